import { SWITCH, type Syntax } from "./syntax.js";

const SWITCH_FUNCTION = `
#[doc(hidden)]
pub fn mutant_on() -> u32 {
    static ON: std::sync::OnceLock<u32> = std::sync::OnceLock::new();
    *ON.get_or_init(|| std::env::var("${SWITCH}").ok().and_then(|on| on.parse().ok()).unwrap_or(0))
}
`;

export const rust: Syntax = {
  language: "rust",
  covers: (path) => /^src\/(codec|generated)\/.*\.rs$/.test(path),
  conditionOf(line) {
    const [, head, condition, tail] = /^(\s*(?:\} else )?if )(?!let\b)(.+)( \{)$/.exec(line) ?? [];
    return head === undefined || /\blet\b/.test(condition!) ? null : { head, condition: condition!, tail: tail! };
  },
  refuses: ([, next = ""]) => /^\s*(return )?(Err\(|Some\(Err)|\.refuse|return Err/.test(next),
  checkOf(line) {
    const [, indent, statement] = /^(\s*)((?!let\b|return\b|\.|[})\]])[^=]*\?;)$/.exec(line) ?? [];
    return indent === undefined ? null : { indent, statement: statement! };
  },
  passedOver: (statement, on) => `if ${on} { let _ = ${statement.slice(0, -2)}; } else { ${statement} }`,
  not: (condition) => `!(${condition})`,
  and: "&&",
  or: "||",
  isOn: (id) => `crate::codec::mutant_on() == ${id}`,
  choose: (condition, alternatives) => `(${alternatives.map((one) => `if ${rust.isOn(one.id)} { ${one.condition} } else `).join("")}{ ${condition} })`,
  withSwitch: (files) => files.map((file) => (file.path === "src/codec/mod.rs" ? { ...file, content: file.content + SWITCH_FUNCTION } : file)),
};
