/** Where a learner may record themselves; the recording never leaves the page. */
export function isRecordingPage(pathname: string): boolean {
  return pathname.replace(/\/$/, '') === '/interview/stories/rehearse';
}

/** Sent with every page and every answer of the API. Only the page that records may ask for the microphone. */
export function securityHeaders({
  https,
  microphone = false,
}: {
  https: boolean;
  microphone?: boolean;
}): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': `camera=(), geolocation=(), microphone=(${microphone ? 'self' : ''}), payment=(), usb=()`,
    'cross-origin-opener-policy': 'same-origin',
    // Only where browsers reach us by https: sent over http it would be ignored, and behind a wrong BASE_URL it would
    // lock people out of a host for a year.
    ...(https && { 'strict-transport-security': 'max-age=31536000' }),
  };
}
