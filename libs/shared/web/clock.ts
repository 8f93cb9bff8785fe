import { Injectable } from '@angular/core';

/** What time it is; tests put another in its place. */
@Injectable({ providedIn: 'root' })
export class Clock {
  now(): Date {
    return new Date();
  }
}
