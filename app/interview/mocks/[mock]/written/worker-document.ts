// The renderer's layout engine looks around when it is loaded: without a document it takes the worker for its own, answers
// every message itself and gives the renderer nothing. An empty one makes it a library. The renderer also sets `self`,
// which a worker only lets read. So this is imported before it.
Object.defineProperty(globalThis, 'document', { value: {} });
Object.defineProperty(globalThis, 'self', { value: globalThis, writable: true, configurable: true });
