/** The functions of the extension, collected while they are planned. */

export interface CFunction {
  /** Without what follows: `static int write_x(mw_writer *w, PyObject *value)`. */
  head: string;
  body: string[];
}

/** Variables that expressions use, declared where a body mentions them. */
const VARIABLES = [
  ["from", "const uint8_t *from;"],
  ["to", "uint8_t *to;"],
  ["number", "uint64_t number;"],
  ["whole", "int64_t whole;"],
  ["single", "uint32_t single;"],
  ["empty", "int empty;"],
].map(([name, declaration]) => ({ mention: new RegExp(`(?<![\\w.>])${name}\\b(?!\\()`), declaration }));

export class Source {
  readonly functions: CFunction[] = [];
  private readonly names = new Set<string>();
  private readonly made = new Map<string, string>();

  /** A name that no other function has. */
  name(wish: string): string {
    let name = wish;
    while (this.names.has(name)) name += "_";
    this.names.add(name);
    return name;
  }

  /** Declares what the body uses, and nothing else. */
  add(head: string, body: string[]): void {
    const code = withoutLiterals(body.join("\n"));
    const used = VARIABLES.filter(({ mention }) => mention.test(code));
    this.functions.push({ head, body: [...used.map(({ declaration }) => declaration), ...body].map((line) => `  ${line}`) });
  }

  /** A function that is needed once, however many ask for it: `make` is told its name. */
  once(name: string, make: (name: string) => void): string {
    const known = this.made.get(name);
    if (known !== undefined) return known;
    const own = this.name(name);
    this.made.set(name, own);
    make(own);
    return own;
  }
}

const withoutLiterals = (code: string): string => code.replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
