import { apiCall } from '#lib/api-call';
import { serviceTypesSchema, type ServiceTypes } from '#lib/service-types';

let known: Promise<ServiceTypes | null> | undefined;

/** The declarations of what a service may import; null when they cannot be had, and asked for again the next time. */
export function serviceTypes(): Promise<ServiceTypes | null> {
  known ??= apiCall(serviceTypesSchema, '/api/editor-types', {}).then((answer) => {
    if (answer.ok) return answer.value;
    known = undefined;
    return null;
  });
  return known;
}
