import { createRequest, type CreateRequest } from './wire';

/** Stored requests were accepted once; what a later version would read otherwise is an error worth seeing. */
export function requestOf({ request }: { request: unknown }): CreateRequest {
  return createRequest.parse(request);
}
