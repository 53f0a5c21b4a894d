/** Words that mean something in each language, from their references and not from the back ends: what a back end forgets is here. */

const list = (text: string): readonly string[] => text.trim().split(/\s+/);

export const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  rust: list(`
    as async await box break const continue crate dyn else enum extern false fn for gen if impl in let loop macro match mod move mut override pub raw ref
    return safe self Self static struct super trait true try type typeof union unsafe unsized use virtual where while yield abstract become do final priv
    core alloc std drop clone hash fmt panic vec format matches u8 i128 usize str char bool default eq cmp new into from iter len as_ref deref`),
  typescript: list(`
    abstract accessor any arguments as asserts async await bigint boolean break case catch class const constructor continue debugger declare default defer
    delete do else enum eval export extends false finally for from function get global implements import in infer instanceof interface intrinsic is keyof let
    module namespace never new null number object of out override package private protected prototype public readonly require return satisfies set static
    string super switch symbol this throw toJSON toString true try type typeof undefined unique unknown using valueOf var void while with yield
    hasOwnProperty isPrototypeOf then length name caller callee exports globalThis window self NaN Infinity Object Array Promise`),
  python: list(`
    False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or
    pass raise return try while with yield match case type self cls print len int str bytes float bool list dict set tuple object id hash repr property
    super encode decode format input iter next open range slice sum vars mro name value values keys items index count copy fields replace exec`),
  go: list(`
    break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var
    any append bool byte cap clear close comparable complex complex64 complex128 copy delete error false float32 float64 imag int int8 int64 iota len make
    max min new nil panic print println real recover rune string true uint uint8 uintptr init main String GoString Error Is As Unwrap Format MarshalBinary
    UnmarshalBinary AppendBinary MarshalJSON UnmarshalText Reset internal vendor testdata`),
  c: list(`
    auto break case char const continue default do double else enum extern float for goto if inline int long register restrict return short signed sizeof static
    struct switch typedef union unsigned void volatile while alignas alignof and and_eq asm atomic_cancel bitand bitor bool catch char8_t char16_t class compl
    concept consteval constexpr constinit const_cast co_await co_return co_yield decltype delete dynamic_cast explicit export friend mutable namespace new
    noexcept not not_eq nullptr operator or or_eq private protected public reflexpr reinterpret_cast requires static_assert static_cast synchronized template
    this thread_local throw true try typeid typename typeof typeof_unqual using virtual wchar_t xor xor_eq final override import module
    errno stdin stdout stderr NULL EOF INT_MAX CHAR_BIT assert main linux unix i386 near far small interface offsetof complex imaginary noreturn I va_start
    uint8_t size_t int32_t tag has_value size data arena count capacity begin end`),
};
