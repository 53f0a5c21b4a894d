/** Tells when something in a spec folder may have changed. */
import { existsSync, watch, type FSWatcher } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { listSpecFolder } from "../read/folder.js";

/** Editors write a file in several steps; a change counts once nothing has happened for this long. */
const SETTLE_MS = 25;
/** Whoever writes without end does not keep the others' edits waiting for longer. */
const LONGEST_SETTLE_MS = 1000;

/**
 * One watcher a folder: unlike a recursive one, it sees on every system what comes in, goes, is renamed, or is put in the place
 * of another file. What an event says of its file is not trusted; whoever is told looks for himself.
 */
export class FolderWatch {
  private watchers: FSWatcher[] = [];
  private stirred = false;
  private lastEvent = 0;
  private closed = false;
  private wake = (): void => undefined;

  /** Watches from here on. Throws if there is no such folder. */
  constructor(private readonly folder: string) {
    if (!existsSync(folder)) throw new Error(`there is no folder ${folder}`);
    this.watchAll();
  }

  /** True once something may have changed since the last call, false once it is closed. Throws if the folder is gone. */
  async changed(): Promise<boolean> {
    if (!this.stirred && !this.closed) await new Promise<void>((resolve) => (this.wake = resolve));
    await this.settled();
    if (this.closed) return false;
    if (!existsSync(this.folder)) throw new Error(`the folder ${this.folder} is gone`);
    // Before the caller reads, so that whatever comes into a new folder later is an event of its own.
    this.stirred = false;
    this.watchAll();
    return true;
  }

  close(): void {
    this.closed = true;
    for (const watcher of this.watchers) watcher.close();
    this.wake();
  }

  private async settled(): Promise<void> {
    const start = performance.now();
    const waits = (now: number): boolean => now - this.lastEvent < SETTLE_MS && now - start < LONGEST_SETTLE_MS;
    while (!this.closed && waits(performance.now())) await pause(SETTLE_MS / 5);
  }

  /** All anew, since a watcher of a folder that went is deaf to another that came in its place. */
  private watchAll(): void {
    const before = this.watchers;
    this.watchers = listSpecFolder(this.folder).folders.flatMap((path) => this.watchOne(path));
    for (const watcher of before) watcher.close();
  }

  private watchOne(path: string): FSWatcher[] {
    const stir = (): void => {
      this.stirred = true;
      this.lastEvent = performance.now();
      this.wake();
    };
    try {
      // A watcher whose folder goes may end with an error: one more reason to look.
      return [watch(path, stir).on("error", stir)];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
      throw error;
    }
  }
}
