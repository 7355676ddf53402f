/** Served in place of the worker where an operator has switched it off: takes away what it kept, and then itself. */
export const goodbyeWorker = `
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith('underpin-')).map((name) => caches.delete(name))))
      .then(() => self.registration.unregister()),
  );
});
`;
