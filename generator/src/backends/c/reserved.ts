/** Names that C, C++ and their standard headers take. */

const KEYWORDS = `
  auto break case char const continue default do double else enum extern float for goto if inline int long register restrict
  return short signed sizeof static struct switch typedef union unsigned void volatile while
  alignas alignof and and_eq asm bitand bitor bool catch char8_t char16_t char32_t class co_await co_return co_yield compl concept
  consteval constexpr constinit const_cast decltype delete dynamic_cast explicit export false friend module import mutable namespace new noexcept not
  not_eq nullptr operator or or_eq private protected public reinterpret_cast requires static_assert static_cast template this
  thread_local throw true try typeid typename typeof typeof_unqual using virtual wchar_t xor xor_eq final override`;

/** Macros in lower case: of standard headers, and those that common compilers and platforms define by themselves. */
const MACROS = `
  assert complex errno imaginary noreturn offsetof setjmp signbit stderr stdin stdout va_arg va_copy va_end va_start
  major minor makedev linux unix i386 near far interface small min max`;

/** In a C++ class a member hides the type of its name from the members after it. */
const TYPES = `
  int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t size_t`;

const split = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

/** No member may be called one of these. */
export const RESERVED_MEMBERS: ReadonlySet<string> = new Set([...split(KEYWORDS), ...split(MACROS), ...split(TYPES)]);
