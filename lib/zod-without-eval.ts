import { config } from 'zod';

// Our pages forbid `eval`; zod would try it with its first object, be refused, and leave a report of the violation in
// every console. So whatever makes schemas in a browser imports this before. The server has no such rule.
if ('document' in globalThis) config({ jitless: true });
