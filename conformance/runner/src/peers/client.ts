/**
 * Asks one language's peer, many requests at a time, and always answers: with what the peer said, or with how it failed to
 * say anything. A peer that crashes, hangs or babbles is started anew, and what was in flight is asked again one by one, so that
 * the blame falls on the request that deserves it and the others still get their answers.
 */
import { PeerProcess } from "./process.js";
import { parseAnswer, parseHello, type Fault, type FaultKind, type Hello, type Outcome, type Request } from "./protocol.js";
import { RequestWindow, type Pending } from "./window.js";

export interface ClientOptions {
  /** How long a peer with requests in flight may stay silent, in milliseconds. */
  timeoutMs: number;
  /** How long it may take to say hello, in milliseconds: an interpreter loads its modules then. */
  startTimeoutMs: number;
  /** After so many new starts it is given up. */
  maxRestarts: number;
  /** When the whole run must be over, in milliseconds of `performance.now()`. */
  deadline: number;
  /** Set for the peer's program, beside what is set already. */
  env?: Record<string, string>;
}

export const defaultClientOptions: Omit<ClientOptions, "deadline"> = { timeoutMs: 10_000, startTimeoutMs: 30_000, maxRestarts: 20 };

const watchIntervalMs = 100;
/** One that said hello once, and no more after so many new starts in a row, will not say it again. */
const failedHelloLimit = 3;
const quoteLimit = 200;
const problemLimit = 20;

export class PeerClient {
  /** What went wrong that no single request is to blame for. Each counts as a failure. */
  readonly problems: string[] = [];
  private process: PeerProcess | null = null;
  private readonly window = new RequestWindow();
  /** Were in flight when the peer failed: asked again one at a time before anything else. */
  private suspects: Pending[] = [];
  /** The failure that made them suspects, until one of them shows it alone. */
  private unexplained: Fault | null = null;
  private isolating = false;
  /** The hello of this process, while it is in flight. */
  private greeting: Pending | null = null;
  private everGreeted = false;
  private failedHellos = 0;
  private closing: (() => void) | null = null;
  private gone: Fault | null = null;
  private restarts = 0;
  private nextId = 1;
  private lastAnswerAt = 0;
  private flushScheduled = false;
  private readonly watchdog: NodeJS.Timeout;

  constructor(private readonly command: string, private readonly options: ClientOptions) {
    this.watchdog = setInterval(() => this.watch(), watchIntervalMs);
  }

  /** Starts the peer. A text says why it cannot be used; all later requests then fail as `gone`. */
  async start(): Promise<Hello | string> {
    const outcome = await this.launch();
    const hello = "ok" in outcome ? parseHello(outcome.ok) : describeNoHello(outcome);
    if (typeof hello === "string") this.giveUp(hello);
    return hello;
  }

  request(request: Request): Promise<Outcome> {
    if (this.gone) return Promise.resolve({ fault: this.gone });
    return new Promise((settle) => {
      this.window.add(this.pending(request, settle));
      this.scheduleFlush();
    });
  }

  /** Ends the input and waits for the peer to end; one that does not end well is a problem. */
  async close(): Promise<void> {
    const process = this.process;
    if (process && !this.gone) {
      await new Promise<void>((resolve) => {
        this.closing = resolve;
        this.lastAnswerAt = performance.now();
        process.endInput();
      });
    }
    process?.kill();
    clearInterval(this.watchdog);
  }

  /** Starts a process. Its hello goes out first, and nothing else before that is answered. */
  private launch(): Promise<Outcome> {
    this.lastAnswerAt = performance.now();
    const process = new PeerProcess(this.command, {
      line: (line) => this.onLine(line),
      tooLong: () => this.fail("garbage", "a line without end"),
      ended: (how, clean) => this.onEnd(how, clean),
    }, this.options.env);
    this.process = process;
    return new Promise((settle) => {
      this.greeting = this.pending({ op: "hello" }, settle);
      this.window.launch(this.greeting, this.lastAnswerAt);
      process.write(this.greeting.line);
    });
  }

  private pending(request: Request, settle: (outcome: Outcome) => void): Pending {
    const id = this.nextId++;
    return { id, line: `${JSON.stringify({ id, ...request })}\n`, sentAt: 0, settle };
  }

  /** Requests of one turn go out in one write. */
  private scheduleFlush(): void {
    if (this.flushScheduled) return;
    this.flushScheduled = true;
    setImmediate(() => {
      this.flushScheduled = false;
      this.flush();
    });
  }

  private flush(): void {
    if (!this.process || this.greeting) return;
    const now = performance.now();
    if (this.isolating) {
      if (this.window.size > 0) return;
      const suspect = this.suspects.shift();
      if (suspect) {
        this.window.launch(suspect, now);
        this.process.write(suspect.line);
        return;
      }
      this.endIsolation();
    }
    const batch = this.window.take(now);
    if (batch.length > 0) this.process.write(batch.map((pending) => pending.line).join(""));
  }

  private onLine(line: string): void {
    const parsed = parseAnswer(line);
    if (typeof parsed === "string") return this.fail("garbage", `${parsed}: ${quote(line)}`);
    if (parsed.id === null) return this.fail("garbage", `it could not read the request: ${quote(line)}`);
    const pending = this.window.land(parsed.id);
    if (!pending) {
      if (parsed.id < this.nextId && Number.isInteger(parsed.id)) return this.problem(`request ${parsed.id} was answered twice`);
      return this.fail("garbage", `an answer to nothing that was asked: ${quote(line)}`);
    }
    this.lastAnswerAt = performance.now();
    if (pending === this.greeting) {
      this.greeting = null;
      this.everGreeted = true;
      this.failedHellos = 0;
    }
    pending.settle(parsed.answer);
    this.scheduleFlush();
  }

  private onEnd(how: string, clean: boolean): void {
    if (this.closing) {
      if (!clean) this.problem(`at the end of its input it ended with ${how}${this.said()}`);
      this.closing();
      return;
    }
    this.fail("crash", `it ended with ${how}`);
  }

  private watch(): void {
    const now = performance.now();
    if (now > this.options.deadline) return this.giveUp("the run took longer than it may");
    const since = this.closing ? this.lastAnswerAt : this.window.oldestSentAt();
    if (since === undefined) return;
    const limit = this.greeting ? this.options.startTimeoutMs : this.options.timeoutMs;
    if (now - Math.max(since, this.lastAnswerAt) <= limit) return;
    if (this.closing) {
      this.problem(`it did not end within ${limit / 1000} s of the end of its input`);
      this.closing();
    } else {
      this.fail("hang", `no answer within ${limit / 1000} s`);
    }
  }

  /** The process is of no more use. Whose fault was it? */
  private fail(kind: FaultKind, detail: string): void {
    const fault: Fault = { kind, detail: detail + this.said() };
    this.process?.kill();
    this.process = null;
    const greeting = this.greeting;
    this.greeting = null;
    this.blame(fault, this.window.recall().filter((pending) => pending !== greeting), greeting !== null);
    greeting?.settle({ fault });
    if (this.closing) return this.closing();
    if (!this.everGreeted) return this.giveUp(describeFault(fault));
    if (greeting && ++this.failedHellos >= failedHelloLimit) return this.giveUp(`given up after ${failedHelloLimit} new starts without a hello, the last: ${describeFault(fault)}`);
    if (++this.restarts > this.options.maxRestarts) return this.giveUp(`given up after ${this.restarts} failures, the last: ${describeFault(fault)}`);
    void this.launch();
    this.scheduleFlush();
  }

  private blame(fault: Fault, inFlight: Pending[], atHello: boolean): void {
    this.isolating = true;
    const [only] = inFlight;
    if (only && inFlight.length === 1) {
      this.unexplained = null;
      only.settle({ fault });
    } else if (only) {
      this.unexplained = fault;
      this.suspects.push(...inFlight);
    } else if (!atHello) {
      this.problem(`between requests: ${describeFault(fault)}`);
    }
  }

  private endIsolation(): void {
    this.isolating = false;
    if (this.unexplained) this.problem(`with several requests in flight, but with none of them alone: ${describeFault(this.unexplained)}`);
    this.unexplained = null;
  }

  private giveUp(reason: string): void {
    if (this.gone) return;
    // The reason stands once among the problems; tens of thousands of answers need not repeat it.
    this.gone = { kind: "gone", detail: "the peer is gone" };
    this.problem(reason);
    this.process?.kill();
    this.process = null;
    clearInterval(this.watchdog);
    for (const pending of [...this.suspects, ...this.window.drain()]) pending.settle({ fault: this.gone });
    this.suspects = [];
    this.closing?.();
  }

  private problem(text: string): void {
    if (this.problems.length < problemLimit) this.problems.push(text);
  }

  private said(): string {
    const words = this.process?.lastWords ?? "";
    return words === "" ? "" : `; it said: ${words}`;
  }
}

function describeFault(fault: Fault): string {
  return `${fault.kind}: ${fault.detail}`;
}

function describeNoHello(outcome: Exclude<Outcome, { ok: unknown }>): string {
  return "fault" in outcome ? `no hello: ${outcome.fault.detail}` : `no hello: ${outcome.error.kind}, ${outcome.error.message}`;
}

function quote(line: string): string {
  return line.length > quoteLimit ? `${line.slice(0, quoteLimit)}… (${line.length} characters)` : line;
}
