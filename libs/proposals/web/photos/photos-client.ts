import { Injectable, inject } from '@angular/core';
import type { PhotoUpdate, PhotoView } from '@kernagenda/proposals/domain';
import { type ProblemBody, imageSizes } from '@kernagenda/shared/domain';
import { API_TRANSPORT, Api, ApiError } from '@kernagenda/shared/web';

/** What an author does with the photos of a proposal. */
@Injectable({ providedIn: 'root' })
export class PhotosClient {
  private readonly api = inject(Api);
  private readonly transport = inject(API_TRANSPORT);

  /** Adds a photo to an own draft; as `sendFile`. */
  send(proposalId: string, file: Blob, key: string, onProgress: (part: number) => void): Promise<PhotoView> {
    return sendFile(`/proposals/${proposalId}/photos`, file, key, onProgress);
  }

  /** The picture itself, in its largest size. @throws ApiError */
  async open(id: string): Promise<Blob> {
    const answer = await this.transport(`/api/v1/photos/${id}/${imageSizes[1]}`, {});
    if (!answer.ok) throw new ApiError(answer.status, null);
    return answer.blob();
  }

  change(id: string, update: PhotoUpdate): Promise<PhotoView> {
    return this.api.patch(`/photos/${id}`, update);
  }

  remove(id: string): Promise<void> {
    return this.api.delete(`/photos/${id}`);
  }
}

/**
 * Sends a photo to a path under `/api/v1`; `onProgress` hears how much of it has left, from 0 to 1. By XMLHttpRequest,
 * because `fetch` does not tell.
 * @throws ApiError
 */
export function sendFile(
  path: string,
  file: Blob,
  key: string,
  onProgress: (part: number) => void,
): Promise<PhotoView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (): void => reject(new ApiError(0, null));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onerror = fail;
    request.onabort = fail;
    request.ontimeout = fail;
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status === 201) resolve(answer as PhotoView);
      else reject(new ApiError(request.status, answer as ProblemBody | null));
    };
    request.open('POST', `/api/v1${path}`);
    request.responseType = 'json';
    request.setRequestHeader('idempotency-key', key);
    const form = new FormData();
    form.set('file', file);
    request.send(form);
  });
}
