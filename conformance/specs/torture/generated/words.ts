// Made by generator/test/torture from its lists of words and those of the back ends; `npx vitest run test/torture -u` makes it again.

import type { Bit, Bits, Empty, Enum, External, Flags, Json, Layout, Reserved, Tagged, u16, u64, u8 } from "meshwright/lang";

/** As fields. */
interface Words1 {
  absent: u8;
  abstract: u8;
  accelerated: u8;
  accessor: u8;
  alignas: u8;
  alignof: u8;
  ALL: u8;
  alloc: u8;
  and: u8;
  and_eq: u8;
  any: u8;
  append: u8;
  AppendBinary: u8;
  Arbitrary: u8;
  /** @json arbitrary_14 */
  arbitrary: u8;
  arena: u8;
  arguments: u8;
  Array: u8;
  As: u8;
  /** @json as_19 */
  as: u8;
  as_ref: u8;
  asm: u8;
  assert: u8;
  asserts: u8;
  async: u8;
  at: u8;
  atomic_cancel: u8;
  auto: u8;
  await: u8;
  b: u8;
  become: u8;
  begin: u8;
  bigint: u8;
  binary: u8;
  BitAnd: u8;
  bitand: u8;
  BitOr: u8;
  bitor: u8;
  bits: u8;
  bool: u8;
  boolean: u8;
  Box: u8;
  /** @json box_42 */
  box: u8;
  Branded: u8;
  break: u8;
  BTreeMap: u8;
  byte: u8;
  bytearray: u8;
  bytes: u8;
  callee: u8;
  caller: u8;
  cap: u8;
  capacity: u8;
  case: u8;
  case_at: u8;
  catch: u8;
  chan: u8;
  char: u8;
  char16_t: u8;
  char32_t: u8;
  char8_t: u8;
  CHAR_BIT: u8;
  check: u8;
  class: u8;
  classmethod: u8;
  clear: u8;
  Clone: u8;
  /** @json clone_67 */
  clone: u8;
  close: u8;
  closed: u8;
  cls: u8;
  cmp: u8;
  co_await: u8;
  co_return: u8;
  co_yield: u8;
  Codec: u8;
  /** @json codec_76 */
  codec: u8;
  CodecError: u8;
  codectest: u8;
  comparable: u8;
  compl: u8;
  complete: u8;
  complex: u8;
  complex128: u8;
  complex64: u8;
  concept: u8;
  const: u8;
  const_cast: u8;
  consteval: u8;
  constexpr: u8;
  constinit: u8;
  constructor: u8;
  continue: u8;
  Copy: u8;
  /** @json copy_94 */
  copy: u8;
  core: u8;
  count: u8;
  Cow: u8;
  crate: u8;
  data: u8;
  dataclasses: u8;
  Debug: u8;
  debugger: u8;
  declare: u8;
  decltype: u8;
  decode: u8;
  DecodeError: u8;
  def: u8;
  Default: u8;
  /** @json default_109 */
  default: u8;
  defer: u8;
  del: u8;
  delete: u8;
  depth: u8;
  deref: u8;
  dict: u8;
  do: u8;
  double: u8;
  Drop: u8;
  /** @json drop_119 */
  drop: u8;
  Duration: u8;
  dyn: u8;
  dynamic_cast: u8;
  elif: u8;
  else: u8;
  encode: u8;
  EncodeError: u8;
  end: u8;
}
export interface Words1InLayout extends Words1, Layout {}
export interface Words1InJson extends Words1, Json {}

interface Words2 {
  enum: u8;
  enumerate: u8;
  EOF: u8;
  Eq: u8;
  /** @json eq_4 */
  eq: u8;
  Err: u8;
  /** @json err_6 */
  err: u8;
  errno: u8;
  Error: u8;
  /** @json error_9 */
  error: u8;
  ErrorPath: u8;
  eval: u8;
  except: u8;
  exec: u8;
  explicit: u8;
  export: u8;
  exports: u8;
  extends: u8;
  Extent: u8;
  extern: u8;
  fallthrough: u8;
  False: u8;
  /** @json false_22 */
  false: u8;
  far: u8;
  fields: u8;
  final: u8;
  finally: u8;
  first: u8;
  FixedSizeCodec: u8;
  float: u8;
  float32: u8;
  float64: u8;
  fmt: u8;
  Fn: u8;
  /** @json fn_34 */
  fn: u8;
  FnMut: u8;
  FnOnce: u8;
  for: u8;
  Format: u8;
  /** @json format_39 */
  format: u8;
  found: u8;
  friend: u8;
  From: u8;
  /** @json from_43 */
  from: u8;
  func: u8;
  function: u8;
  gen: u8;
  generated: u8;
  get: u8;
  global: u8;
  globalThis: u8;
  go: u8;
  GoString: u8;
  goto: u8;
  Has: u8;
  has_value: u8;
  Hash: u8;
  /** @json hash_57 */
  hash: u8;
  Hasher: u8;
  hasOwnProperty: u8;
  I: u8;
  /** @json i_61 */
  i: u8;
  i128: u8;
  i386: u8;
  id: u8;
  if: u8;
  imag: u8;
  imaginary: u8;
  impl: u8;
  implements: u8;
  import: u8;
  importlib: u8;
  in: u8;
  index: u8;
  infer: u8;
  Infinity: u8;
  init: u8;
  inline: u8;
  input: u8;
  instanceof: u8;
  int: u8;
  int16: u8;
  int16_t: u8;
  int32: u8;
  int32_t: u8;
  int64: u8;
  int64_t: u8;
  int8: u8;
  int8_t: u8;
  INT_MAX: u8;
  interface: u8;
  internal: u8;
  Into: u8;
  /** @json into_93 */
  into: u8;
  IntoOwned: u8;
  intrinsic: u8;
  iota: u8;
  Is: u8;
  /** @json is_98 */
  is: u8;
  isPrototypeOf: u8;
  items: u8;
  iter: u8;
  Iterator: u8;
  json: u8;
  JsonValue: u8;
  kept: u8;
  keyof: u8;
  keys: u8;
  lambda: u8;
  len: u8;
  length: u8;
  let: u8;
  Limit: u8;
  linux: u8;
  list: u8;
  long: u8;
  loop: u8;
  macro: u8;
  main: u8;
  major: u8;
  make: u8;
  makedev: u8;
  Map: u8;
  /** @json map_123 */
  map: u8;
  maps: u8;
  MarshalBinary: u8;
  MarshalJSON: u8;
  match: u8;
}
export interface Words2InLayout extends Words2, Layout {}
export interface Words2InJson extends Words2, Json {}

interface Words3 {
  matches: u8;
  math: u8;
  max: u8;
  memoryview: u8;
  min: u8;
  minor: u8;
  missing: u8;
  mod: u8;
  module: u8;
  more: u8;
  move: u8;
  mro: u8;
  mut: u8;
  mutable: u8;
  name: u8;
  NAMES: u8;
  namespace: u8;
  NaN: u8;
  near: u8;
  netip: u8;
  neutral: u8;
  never: u8;
  new: u8;
  next: u8;
  nil: u8;
  noexcept: u8;
  NONE: u8;
  /** @json none_27 */
  None: u8;
  nonlocal: u8;
  noreturn: u8;
  not: u8;
  not_eq: u8;
  NULL: u8;
  /** @json null_33 */
  null: u8;
  nullptr: u8;
  number: u8;
  Object: u8;
  /** @json object_37 */
  object: u8;
  of: u8;
  offsetof: u8;
  Ok: u8;
  open: u8;
  opening: u8;
  operator: u8;
  Option: u8;
  or: u8;
  or_eq: u8;
  Ord: u8;
  Ordering: u8;
  out: u8;
  output: u8;
  override: u8;
  package: u8;
  panic: u8;
  PartialEq: u8;
  PartialOrd: u8;
  pass: u8;
  Pattern: u8;
  patterns: u8;
  print: u8;
  println: u8;
  priv: u8;
  private: u8;
  Promise: u8;
  property: u8;
  protected: u8;
  prototype: u8;
  pub: u8;
  public: u8;
  r: u8;
  raise: u8;
  range: u8;
  raw: u8;
  read: u8;
  readonly: u8;
  real: u8;
  recover: u8;
  ref: u8;
  reflexpr: u8;
  RefusalKind: u8;
  register: u8;
  reinterpret_cast: u8;
  replace: u8;
  repr: u8;
  require: u8;
  requires: u8;
  Reset: u8;
  restrict: u8;
  Result: u8;
  return: u8;
  rune: u8;
  s: u8;
  safe: u8;
  satisfies: u8;
  select: u8;
  Self: u8;
  /** @json self_96 */
  self: u8;
  Send: u8;
  sep: u8;
  set: u8;
  setjmp: u8;
  short: u8;
  signbit: u8;
  signed: u8;
  size: u8;
  size_t: u8;
  sizeof: u8;
  slice: u8;
  slices: u8;
  small: u8;
  SocketAddr: u8;
  Some: u8;
  SPEC_HASH: u8;
  /** @json spec_hash_113 */
  SpecHash: u8;
  SpecName: u8;
  SpecVersion: u8;
  start: u8;
  static: u8;
  static_assert: u8;
  static_cast: u8;
  std: u8;
  stderr: u8;
  stdin: u8;
  stdout: u8;
  str: u8;
  strconv: u8;
  String: u8;
  /** @json string_127 */
  string: u8;
}
export interface Words3InLayout extends Words3, Layout {}
export interface Words3InJson extends Words3, Json {}

interface Words4 {
  strings: u8;
  struct: u8;
  sum: u8;
  super: u8;
  switch: u8;
  symbol: u8;
  Sync: u8;
  synchronized: u8;
  tag: u8;
  template: u8;
  testdata: u8;
  text: u8;
  then: u8;
  this: u8;
  thread_local: u8;
  throw: u8;
  toJSON: u8;
  toString: u8;
  trait: u8;
  True: u8;
  /** @json true_20 */
  true: u8;
  try: u8;
  tuple: u8;
  type: u8;
  typedef: u8;
  typeid: u8;
  typename: u8;
  typeof: u8;
  typeof_unqual: u8;
  typing: u8;
  u8: u8;
  uint: u8;
  uint16: u8;
  uint16_t: u8;
  uint32: u8;
  uint32_t: u8;
  uint64: u8;
  uint64_t: u8;
  uint8: u8;
  uint8_t: u8;
  Uint8Array: u8;
  uintptr: u8;
  undefined: u8;
  union: u8;
  unique: u8;
  unix: u8;
  Unknown: u8;
  /** @json unknown_47 */
  unknown: u8;
  UnmarshalBinary: u8;
  UnmarshalJSON: u8;
  UnmarshalText: u8;
  unsafe: u8;
  unsigned: u8;
  unsized: u8;
  Unstructured: u8;
  Unwrap: u8;
  use: u8;
  using: u8;
  usize: u8;
  v: u8;
  va_arg: u8;
  va_copy: u8;
  va_end: u8;
  va_start: u8;
  value: u8;
  valueOf: u8;
  values: u8;
  var: u8;
  vars: u8;
  Vec: u8;
  /** @json vec_70 */
  vec: u8;
  vendor: u8;
  virtual: u8;
  void: u8;
  volatile: u8;
  w: u8;
  wchar_t: u8;
  where: u8;
  while: u8;
  window: u8;
  with: u8;
  write: u8;
  x: u8;
  xor: u8;
  xor_eq: u8;
  yield: u8;
}
export interface Words4InLayout extends Words4, Layout {}
export interface Words4InJson extends Words4, Json {}

/** As members of an enum. */
export type Word = Enum<
  u16,
  {
    absent: 0;
    abstract: 1;
    accelerated: 2;
    accessor: 3;
    alignas: 4;
    alignof: 5;
    ALL: 6;
    alloc: 7;
    and: 8;
    and_eq: 9;
    any: 10;
    append: 11;
    AppendBinary: 12;
    Arbitrary: 13;
    /** @json arbitrary_14 */
    arbitrary: 14;
    arena: 15;
    arguments: 16;
    Array: 17;
    As: 18;
    /** @json as_19 */
    as: 19;
    as_ref: 20;
    asm: 21;
    assert: 22;
    asserts: 23;
    async: 24;
    at: 25;
    atomic_cancel: 26;
    auto: 27;
    await: 28;
    b: 29;
    become: 30;
    begin: 31;
    bigint: 32;
    binary: 33;
    BitAnd: 34;
    bitand: 35;
    BitOr: 36;
    bitor: 37;
    bits: 38;
    bool: 39;
    boolean: 40;
    Box: 41;
    /** @json box_42 */
    box: 42;
    Branded: 43;
    break: 44;
    BTreeMap: 45;
    byte: 46;
    bytearray: 47;
    bytes: 48;
    callee: 49;
    caller: 50;
    cap: 51;
    capacity: 52;
    case: 53;
    case_at: 54;
    catch: 55;
    chan: 56;
    char: 57;
    char16_t: 58;
    char32_t: 59;
    char8_t: 60;
    CHAR_BIT: 61;
    check: 62;
    class: 63;
    classmethod: 64;
    clear: 65;
    Clone: 66;
    /** @json clone_67 */
    clone: 67;
    close: 68;
    closed: 69;
    cls: 70;
    cmp: 71;
    co_await: 72;
    co_return: 73;
    co_yield: 74;
    Codec: 75;
    /** @json codec_76 */
    codec: 76;
    CodecError: 77;
    codectest: 78;
    comparable: 79;
    compl: 80;
    complete: 81;
    complex: 82;
    complex128: 83;
    complex64: 84;
    concept: 85;
    const: 86;
    const_cast: 87;
    consteval: 88;
    constexpr: 89;
    constinit: 90;
    constructor: 91;
    continue: 92;
    Copy: 93;
    /** @json copy_94 */
    copy: 94;
    core: 95;
    count: 96;
    Cow: 97;
    crate: 98;
    data: 99;
    dataclasses: 100;
    Debug: 101;
    debugger: 102;
    declare: 103;
    decltype: 104;
    decode: 105;
    DecodeError: 106;
    def: 107;
    Default: 108;
    /** @json default_109 */
    default: 109;
    defer: 110;
    del: 111;
    delete: 112;
    depth: 113;
    deref: 114;
    dict: 115;
    do: 116;
    double: 117;
    Drop: 118;
    /** @json drop_119 */
    drop: 119;
    Duration: 120;
    dyn: 121;
    dynamic_cast: 122;
    elif: 123;
    else: 124;
    encode: 125;
    EncodeError: 126;
    end: 127;
    enum: 128;
    enumerate: 129;
    EOF: 130;
    Eq: 131;
    /** @json eq_132 */
    eq: 132;
    Err: 133;
    /** @json err_134 */
    err: 134;
    errno: 135;
    Error: 136;
    /** @json error_137 */
    error: 137;
    ErrorPath: 138;
    eval: 139;
    except: 140;
    exec: 141;
    explicit: 142;
    export: 143;
    exports: 144;
    extends: 145;
    Extent: 146;
    extern: 147;
    fallthrough: 148;
    False: 149;
    /** @json false_150 */
    false: 150;
    far: 151;
    fields: 152;
    final: 153;
    finally: 154;
    first: 155;
    FixedSizeCodec: 156;
    float: 157;
    float32: 158;
    float64: 159;
    fmt: 160;
    Fn: 161;
    /** @json fn_162 */
    fn: 162;
    FnMut: 163;
    FnOnce: 164;
    for: 165;
    Format: 166;
    /** @json format_167 */
    format: 167;
    found: 168;
    friend: 169;
    From: 170;
    /** @json from_171 */
    from: 171;
    func: 172;
    function: 173;
    gen: 174;
    generated: 175;
    get: 176;
    global: 177;
    globalThis: 178;
    go: 179;
    GoString: 180;
    goto: 181;
    Has: 182;
    has_value: 183;
    Hash: 184;
    /** @json hash_185 */
    hash: 185;
    Hasher: 186;
    hasOwnProperty: 187;
    I: 188;
    /** @json i_189 */
    i: 189;
    i128: 190;
    i386: 191;
    id: 192;
    if: 193;
    imag: 194;
    imaginary: 195;
    impl: 196;
    implements: 197;
    import: 198;
    importlib: 199;
    in: 200;
    index: 201;
    infer: 202;
    Infinity: 203;
    init: 204;
    inline: 205;
    input: 206;
    instanceof: 207;
    int: 208;
    int16: 209;
    int16_t: 210;
    int32: 211;
    int32_t: 212;
    int64: 213;
    int64_t: 214;
    int8: 215;
    int8_t: 216;
    INT_MAX: 217;
    interface: 218;
    internal: 219;
    Into: 220;
    /** @json into_221 */
    into: 221;
    IntoOwned: 222;
    intrinsic: 223;
    iota: 224;
    Is: 225;
    /** @json is_226 */
    is: 226;
    isPrototypeOf: 227;
    items: 228;
    iter: 229;
    Iterator: 230;
    json: 231;
    JsonValue: 232;
    kept: 233;
    keyof: 234;
    keys: 235;
    lambda: 236;
    len: 237;
    length: 238;
    let: 239;
    Limit: 240;
    linux: 241;
    list: 242;
    long: 243;
    loop: 244;
    macro: 245;
    main: 246;
    major: 247;
    make: 248;
    makedev: 249;
    Map: 250;
    /** @json map_251 */
    map: 251;
    maps: 252;
    MarshalBinary: 253;
    MarshalJSON: 254;
    match: 255;
    matches: 256;
    math: 257;
    max: 258;
    memoryview: 259;
    min: 260;
    minor: 261;
    missing: 262;
    mod: 263;
    module: 264;
    more: 265;
    move: 266;
    mro: 267;
    mut: 268;
    mutable: 269;
    name: 270;
    NAMES: 271;
    namespace: 272;
    NaN: 273;
    near: 274;
    netip: 275;
    neutral: 276;
    never: 277;
    new: 278;
    next: 279;
    nil: 280;
    noexcept: 281;
    NONE: 282;
    /** @json none_283 */
    None: 283;
    nonlocal: 284;
    noreturn: 285;
    not: 286;
    not_eq: 287;
    NULL: 288;
    /** @json null_289 */
    null: 289;
    nullptr: 290;
    number: 291;
    Object: 292;
    /** @json object_293 */
    object: 293;
    of: 294;
    offsetof: 295;
    Ok: 296;
    open: 297;
    opening: 298;
    operator: 299;
    Option: 300;
    or: 301;
    or_eq: 302;
    Ord: 303;
    Ordering: 304;
    out: 305;
    output: 306;
    override: 307;
    package: 308;
    panic: 309;
    PartialEq: 310;
    PartialOrd: 311;
    pass: 312;
    Pattern: 313;
    patterns: 314;
    print: 315;
    println: 316;
    priv: 317;
    private: 318;
    Promise: 319;
    property: 320;
    protected: 321;
    prototype: 322;
    pub: 323;
    public: 324;
    r: 325;
    raise: 326;
    range: 327;
    raw: 328;
    read: 329;
    readonly: 330;
    real: 331;
    recover: 332;
    ref: 333;
    reflexpr: 334;
    RefusalKind: 335;
    register: 336;
    reinterpret_cast: 337;
    replace: 338;
    repr: 339;
    require: 340;
    requires: 341;
    Reset: 342;
    restrict: 343;
    Result: 344;
    return: 345;
    rune: 346;
    s: 347;
    safe: 348;
    satisfies: 349;
    select: 350;
    Self: 351;
    /** @json self_352 */
    self: 352;
    Send: 353;
    sep: 354;
    set: 355;
    setjmp: 356;
    short: 357;
    signbit: 358;
    signed: 359;
    size: 360;
    size_t: 361;
    sizeof: 362;
    slice: 363;
    slices: 364;
    small: 365;
    SocketAddr: 366;
    Some: 367;
    SPEC_HASH: 368;
    /** @json spec_hash_369 */
    SpecHash: 369;
    SpecName: 370;
    SpecVersion: 371;
    start: 372;
    static: 373;
    static_assert: 374;
    static_cast: 375;
    std: 376;
    stderr: 377;
    stdin: 378;
    stdout: 379;
    str: 380;
    strconv: 381;
    String: 382;
    /** @json string_383 */
    string: 383;
    strings: 384;
    struct: 385;
    sum: 386;
    super: 387;
    switch: 388;
    symbol: 389;
    Sync: 390;
    synchronized: 391;
    tag: 392;
    template: 393;
    testdata: 394;
    text: 395;
    then: 396;
    this: 397;
    thread_local: 398;
    throw: 399;
    toJSON: 400;
    toString: 401;
    trait: 402;
    True: 403;
    /** @json true_404 */
    true: 404;
    try: 405;
    tuple: 406;
    type: 407;
    typedef: 408;
    typeid: 409;
    typename: 410;
    typeof: 411;
    typeof_unqual: 412;
    typing: 413;
    u8: 414;
    uint: 415;
    uint16: 416;
    uint16_t: 417;
    uint32: 418;
    uint32_t: 419;
    uint64: 420;
    uint64_t: 421;
    uint8: 422;
    uint8_t: 423;
    Uint8Array: 424;
    uintptr: 425;
    undefined: 426;
    union: 427;
    unique: 428;
    unix: 429;
    Unknown: 430;
    /** @json unknown_431 */
    unknown: 431;
    UnmarshalBinary: 432;
    UnmarshalJSON: 433;
    UnmarshalText: 434;
    unsafe: 435;
    unsigned: 436;
    unsized: 437;
    Unstructured: 438;
    Unwrap: 439;
    use: 440;
    using: 441;
    usize: 442;
    v: 443;
    va_arg: 444;
    va_copy: 445;
    va_end: 446;
    va_start: 447;
    value: 448;
    valueOf: 449;
    values: 450;
    var: 451;
    vars: 452;
    Vec: 453;
    /** @json vec_454 */
    vec: 454;
    vendor: 455;
    virtual: 456;
    void: 457;
    volatile: 458;
    w: 459;
    wchar_t: 460;
    where: 461;
    while: 462;
    window: 463;
    with: 464;
    write: 465;
    x: 466;
    xor: 467;
    xor_eq: 468;
    yield: 469;
  }
>;

/** As cases of a union, some with a structure of that name inside. */
export type Choice = Tagged<
  u16,
  {
    absent: { absent: u8 };
    abstract: Empty;
    accelerated: Empty;
    accessor: Empty;
    alignas: Empty;
    alignof: Empty;
    ALL: Empty;
    alloc: Empty;
    and: { and: u8 };
    and_eq: Empty;
    any: Empty;
    append: Empty;
    AppendBinary: Empty;
    Arbitrary: Empty;
    /** @json arbitrary_14 */
    arbitrary: Empty;
    arena: Empty;
    arguments: { arguments: u8 };
    Array: Empty;
    As: Empty;
    /** @json as_19 */
    as: Empty;
    as_ref: Empty;
    asm: Empty;
    assert: Empty;
    asserts: Empty;
    async: { async: u8 };
    at: Empty;
    atomic_cancel: Empty;
    auto: Empty;
    await: Empty;
    b: Empty;
    become: Empty;
    begin: Empty;
    bigint: { bigint: u8 };
    binary: Empty;
    BitAnd: Empty;
    bitand: Empty;
    BitOr: Empty;
    bitor: Empty;
    bits: Empty;
    bool: Empty;
    boolean: { boolean: u8 };
    Box: Empty;
    /** @json box_42 */
    box: Empty;
    Branded: Empty;
    break: Empty;
    BTreeMap: Empty;
    byte: Empty;
    bytearray: Empty;
    bytes: { bytes: u8 };
    callee: Empty;
    caller: Empty;
    cap: Empty;
    capacity: Empty;
    case: Empty;
    case_at: Empty;
    catch: Empty;
    chan: { chan: u8 };
    char: Empty;
    char16_t: Empty;
    char32_t: Empty;
    char8_t: Empty;
    CHAR_BIT: Empty;
    check: Empty;
    class: Empty;
    classmethod: { classmethod: u8 };
    clear: Empty;
    Clone: Empty;
    /** @json clone_67 */
    clone: Empty;
    close: Empty;
    closed: Empty;
    cls: Empty;
    cmp: Empty;
    co_await: { co_await: u8 };
    co_return: Empty;
    co_yield: Empty;
    Codec: Empty;
    /** @json codec_76 */
    codec: Empty;
    CodecError: Empty;
    codectest: Empty;
    comparable: Empty;
    compl: { compl: u8 };
    complete: Empty;
    complex: Empty;
    complex128: Empty;
    complex64: Empty;
    concept: Empty;
    const: Empty;
    const_cast: Empty;
    consteval: { consteval: u8 };
    constexpr: Empty;
    constinit: Empty;
    constructor: Empty;
    continue: Empty;
    Copy: Empty;
    /** @json copy_94 */
    copy: Empty;
    core: Empty;
    count: { count: u8 };
    Cow: Empty;
    crate: Empty;
    data: Empty;
    dataclasses: Empty;
    Debug: Empty;
    debugger: Empty;
    declare: Empty;
    decltype: { decltype: u8 };
    decode: Empty;
    DecodeError: Empty;
    def: Empty;
    Default: Empty;
    /** @json default_109 */
    default: Empty;
    defer: Empty;
    del: Empty;
    delete: { delete: u8 };
    depth: Empty;
    deref: Empty;
    dict: Empty;
    do: Empty;
    double: Empty;
    Drop: Empty;
    /** @json drop_119 */
    drop: Empty;
    Duration: Empty;
    dyn: Empty;
    dynamic_cast: Empty;
    elif: Empty;
    else: Empty;
    encode: Empty;
    EncodeError: Empty;
    end: Empty;
    enum: { enum: u8 };
    enumerate: Empty;
    EOF: Empty;
    Eq: Empty;
    /** @json eq_132 */
    eq: Empty;
    Err: Empty;
    /** @json err_134 */
    err: Empty;
    errno: Empty;
    Error: Empty;
    /** @json error_137 */
    error: Empty;
    ErrorPath: Empty;
    eval: Empty;
    except: Empty;
    exec: Empty;
    explicit: Empty;
    export: Empty;
    exports: { exports: u8 };
    extends: Empty;
    Extent: Empty;
    extern: Empty;
    fallthrough: Empty;
    False: Empty;
    /** @json false_150 */
    false: Empty;
    far: Empty;
    fields: { fields: u8 };
    final: Empty;
    finally: Empty;
    first: Empty;
    FixedSizeCodec: Empty;
    float: Empty;
    float32: Empty;
    float64: Empty;
    fmt: { fmt: u8 };
    Fn: Empty;
    /** @json fn_162 */
    fn: Empty;
    FnMut: Empty;
    FnOnce: Empty;
    for: Empty;
    Format: Empty;
    /** @json format_167 */
    format: Empty;
    found: { found: u8 };
    friend: Empty;
    From: Empty;
    /** @json from_171 */
    from: Empty;
    func: Empty;
    function: Empty;
    gen: Empty;
    generated: Empty;
    get: { get: u8 };
    global: Empty;
    globalThis: Empty;
    go: Empty;
    GoString: Empty;
    goto: Empty;
    Has: Empty;
    has_value: Empty;
    Hash: Empty;
    /** @json hash_185 */
    hash: Empty;
    Hasher: Empty;
    hasOwnProperty: Empty;
    I: Empty;
    /** @json i_189 */
    i: Empty;
    i128: Empty;
    i386: Empty;
    id: { id: u8 };
    if: Empty;
    imag: Empty;
    imaginary: Empty;
    impl: Empty;
    implements: Empty;
    import: Empty;
    importlib: Empty;
    in: { in: u8 };
    index: Empty;
    infer: Empty;
    Infinity: Empty;
    init: Empty;
    inline: Empty;
    input: Empty;
    instanceof: Empty;
    int: { int: u8 };
    int16: Empty;
    int16_t: Empty;
    int32: Empty;
    int32_t: Empty;
    int64: Empty;
    int64_t: Empty;
    int8: Empty;
    int8_t: { int8_t: u8 };
    INT_MAX: Empty;
    interface: Empty;
    internal: Empty;
    Into: Empty;
    /** @json into_221 */
    into: Empty;
    IntoOwned: Empty;
    intrinsic: Empty;
    iota: { iota: u8 };
    Is: Empty;
    /** @json is_226 */
    is: Empty;
    isPrototypeOf: Empty;
    items: Empty;
    iter: Empty;
    Iterator: Empty;
    json: Empty;
    JsonValue: Empty;
    kept: Empty;
    keyof: Empty;
    keys: Empty;
    lambda: Empty;
    len: Empty;
    length: Empty;
    let: Empty;
    Limit: Empty;
    linux: Empty;
    list: Empty;
    long: Empty;
    loop: Empty;
    macro: Empty;
    main: Empty;
    major: Empty;
    make: { make: u8 };
    makedev: Empty;
    Map: Empty;
    /** @json map_251 */
    map: Empty;
    maps: Empty;
    MarshalBinary: Empty;
    MarshalJSON: Empty;
    match: Empty;
    matches: { matches: u8 };
    math: Empty;
    max: Empty;
    memoryview: Empty;
    min: Empty;
    minor: Empty;
    missing: Empty;
    mod: Empty;
    module: { module: u8 };
    more: Empty;
    move: Empty;
    mro: Empty;
    mut: Empty;
    mutable: Empty;
    name: Empty;
    NAMES: Empty;
    namespace: { namespace: u8 };
    NaN: Empty;
    near: Empty;
    netip: Empty;
    neutral: Empty;
    never: Empty;
    new: Empty;
    next: Empty;
    nil: { nil: u8 };
    noexcept: Empty;
    NONE: Empty;
    /** @json none_283 */
    None: Empty;
    nonlocal: Empty;
    noreturn: Empty;
    not: Empty;
    not_eq: Empty;
    NULL: Empty;
    /** @json null_289 */
    null: Empty;
    nullptr: Empty;
    number: Empty;
    Object: Empty;
    /** @json object_293 */
    object: Empty;
    of: Empty;
    offsetof: Empty;
    Ok: Empty;
    open: Empty;
    opening: Empty;
    operator: Empty;
    Option: Empty;
    or: Empty;
    or_eq: Empty;
    Ord: Empty;
    Ordering: Empty;
    out: Empty;
    output: Empty;
    override: Empty;
    package: Empty;
    panic: Empty;
    PartialEq: Empty;
    PartialOrd: Empty;
    pass: { pass: u8 };
    Pattern: Empty;
    patterns: Empty;
    print: Empty;
    println: Empty;
    priv: Empty;
    private: Empty;
    Promise: Empty;
    property: { property: u8 };
    protected: Empty;
    prototype: Empty;
    pub: Empty;
    public: Empty;
    r: Empty;
    raise: Empty;
    range: Empty;
    raw: { raw: u8 };
    read: Empty;
    readonly: Empty;
    real: Empty;
    recover: Empty;
    ref: Empty;
    reflexpr: Empty;
    RefusalKind: Empty;
    register: { register: u8 };
    reinterpret_cast: Empty;
    replace: Empty;
    repr: Empty;
    require: Empty;
    requires: Empty;
    Reset: Empty;
    restrict: Empty;
    Result: Empty;
    return: Empty;
    rune: Empty;
    s: Empty;
    safe: Empty;
    satisfies: Empty;
    select: Empty;
    Self: Empty;
    /** @json self_352 */
    self: { self: u8 };
    Send: Empty;
    sep: Empty;
    set: Empty;
    setjmp: Empty;
    short: Empty;
    signbit: Empty;
    signed: Empty;
    size: { size: u8 };
    size_t: Empty;
    sizeof: Empty;
    slice: Empty;
    slices: Empty;
    small: Empty;
    SocketAddr: Empty;
    Some: Empty;
    SPEC_HASH: Empty;
    /** @json spec_hash_369 */
    SpecHash: Empty;
    SpecName: Empty;
    SpecVersion: Empty;
    start: Empty;
    static: Empty;
    static_assert: Empty;
    static_cast: Empty;
    std: { std: u8 };
    stderr: Empty;
    stdin: Empty;
    stdout: Empty;
    str: Empty;
    strconv: Empty;
    String: Empty;
    /** @json string_383 */
    string: Empty;
    strings: { strings: u8 };
    struct: Empty;
    sum: Empty;
    super: Empty;
    switch: Empty;
    symbol: Empty;
    Sync: Empty;
    synchronized: Empty;
    tag: { tag: u8 };
    template: Empty;
    testdata: Empty;
    text: Empty;
    then: Empty;
    this: Empty;
    thread_local: Empty;
    throw: Empty;
    toJSON: { toJSON: u8 };
    toString: Empty;
    trait: Empty;
    True: Empty;
    /** @json true_404 */
    true: Empty;
    try: Empty;
    tuple: Empty;
    type: Empty;
    typedef: { typedef: u8 };
    typeid: Empty;
    typename: Empty;
    typeof: Empty;
    typeof_unqual: Empty;
    typing: Empty;
    u8: Empty;
    uint: Empty;
    uint16: { uint16: u8 };
    uint16_t: Empty;
    uint32: Empty;
    uint32_t: Empty;
    uint64: Empty;
    uint64_t: Empty;
    uint8: Empty;
    uint8_t: Empty;
    Uint8Array: Empty;
    uintptr: Empty;
    undefined: Empty;
    union: Empty;
    unique: Empty;
    unix: Empty;
    Unknown: Empty;
    /** @json unknown_431 */
    unknown: Empty;
    UnmarshalBinary: Empty;
    UnmarshalJSON: Empty;
    UnmarshalText: Empty;
    unsafe: Empty;
    unsigned: Empty;
    unsized: Empty;
    Unstructured: Empty;
    Unwrap: Empty;
    use: { use: u8 };
    using: Empty;
    usize: Empty;
    v: Empty;
    va_arg: Empty;
    va_copy: Empty;
    va_end: Empty;
    va_start: Empty;
    value: { value: u8 };
    valueOf: Empty;
    values: Empty;
    var: Empty;
    vars: Empty;
    Vec: Empty;
    /** @json vec_454 */
    vec: Empty;
    vendor: Empty;
    virtual: { virtual: u8 };
    void: Empty;
    volatile: Empty;
    w: Empty;
    wchar_t: Empty;
    where: Empty;
    while: Empty;
    window: Empty;
    with: { with: u8 };
    write: Empty;
    x: Empty;
    xor: Empty;
    xor_eq: Empty;
    yield: Empty;
  }
>;

/** The same, with the word as a key in JSON. */
export type NamedChoice = External<{
  absent: { absent: u8 };
  abstract: Empty;
  accelerated: Empty;
  accessor: Empty;
  alignas: Empty;
  alignof: Empty;
  ALL: Empty;
  alloc: Empty;
  and: { and: u8 };
  and_eq: Empty;
  any: Empty;
  append: Empty;
  AppendBinary: Empty;
  Arbitrary: Empty;
  /** @json arbitrary_14 */
  arbitrary: Empty;
  arena: Empty;
  arguments: { arguments: u8 };
  Array: Empty;
  As: Empty;
  /** @json as_19 */
  as: Empty;
  as_ref: Empty;
  asm: Empty;
  assert: Empty;
  asserts: Empty;
  async: { async: u8 };
  at: Empty;
  atomic_cancel: Empty;
  auto: Empty;
  await: Empty;
  b: Empty;
  become: Empty;
  begin: Empty;
  bigint: { bigint: u8 };
  binary: Empty;
  BitAnd: Empty;
  bitand: Empty;
  BitOr: Empty;
  bitor: Empty;
  bits: Empty;
  bool: Empty;
  boolean: { boolean: u8 };
  Box: Empty;
  /** @json box_42 */
  box: Empty;
  Branded: Empty;
  break: Empty;
  BTreeMap: Empty;
  byte: Empty;
  bytearray: Empty;
  bytes: { bytes: u8 };
  callee: Empty;
  caller: Empty;
  cap: Empty;
  capacity: Empty;
  case: Empty;
  case_at: Empty;
  catch: Empty;
  chan: { chan: u8 };
  char: Empty;
  char16_t: Empty;
  char32_t: Empty;
  char8_t: Empty;
  CHAR_BIT: Empty;
  check: Empty;
  class: Empty;
  classmethod: { classmethod: u8 };
  clear: Empty;
  Clone: Empty;
  /** @json clone_67 */
  clone: Empty;
  close: Empty;
  closed: Empty;
  cls: Empty;
  cmp: Empty;
  co_await: { co_await: u8 };
  co_return: Empty;
  co_yield: Empty;
  Codec: Empty;
  /** @json codec_76 */
  codec: Empty;
  CodecError: Empty;
  codectest: Empty;
  comparable: Empty;
  compl: { compl: u8 };
  complete: Empty;
  complex: Empty;
  complex128: Empty;
  complex64: Empty;
  concept: Empty;
  const: Empty;
  const_cast: Empty;
  consteval: { consteval: u8 };
  constexpr: Empty;
  constinit: Empty;
  constructor: Empty;
  continue: Empty;
  Copy: Empty;
  /** @json copy_94 */
  copy: Empty;
  core: Empty;
  count: { count: u8 };
  Cow: Empty;
  crate: Empty;
  data: Empty;
  dataclasses: Empty;
  Debug: Empty;
  debugger: Empty;
  declare: Empty;
  decltype: { decltype: u8 };
  decode: Empty;
  DecodeError: Empty;
  def: Empty;
  Default: Empty;
  /** @json default_109 */
  default: Empty;
  defer: Empty;
  del: Empty;
  delete: { delete: u8 };
  depth: Empty;
  deref: Empty;
  dict: Empty;
  do: Empty;
  double: Empty;
  Drop: Empty;
  /** @json drop_119 */
  drop: Empty;
  Duration: Empty;
  dyn: Empty;
  dynamic_cast: Empty;
  elif: Empty;
  else: Empty;
  encode: Empty;
  EncodeError: Empty;
  end: Empty;
  enum: { enum: u8 };
  enumerate: Empty;
  EOF: Empty;
  Eq: Empty;
  /** @json eq_132 */
  eq: Empty;
  Err: Empty;
  /** @json err_134 */
  err: Empty;
  errno: Empty;
  Error: Empty;
  /** @json error_137 */
  error: Empty;
  ErrorPath: Empty;
  eval: Empty;
  except: Empty;
  exec: Empty;
  explicit: Empty;
  export: Empty;
  exports: { exports: u8 };
  extends: Empty;
  Extent: Empty;
  extern: Empty;
  fallthrough: Empty;
  False: Empty;
  /** @json false_150 */
  false: Empty;
  far: Empty;
  fields: { fields: u8 };
  final: Empty;
  finally: Empty;
  first: Empty;
  FixedSizeCodec: Empty;
  float: Empty;
  float32: Empty;
  float64: Empty;
  fmt: { fmt: u8 };
  Fn: Empty;
  /** @json fn_162 */
  fn: Empty;
  FnMut: Empty;
  FnOnce: Empty;
  for: Empty;
  Format: Empty;
  /** @json format_167 */
  format: Empty;
  found: { found: u8 };
  friend: Empty;
  From: Empty;
  /** @json from_171 */
  from: Empty;
  func: Empty;
  function: Empty;
  gen: Empty;
  generated: Empty;
  get: { get: u8 };
  global: Empty;
  globalThis: Empty;
  go: Empty;
  GoString: Empty;
  goto: Empty;
  Has: Empty;
  has_value: Empty;
  Hash: Empty;
  /** @json hash_185 */
  hash: Empty;
  Hasher: Empty;
  hasOwnProperty: Empty;
  I: Empty;
  /** @json i_189 */
  i: Empty;
  i128: Empty;
  i386: Empty;
  id: { id: u8 };
  if: Empty;
  imag: Empty;
  imaginary: Empty;
  impl: Empty;
  implements: Empty;
  import: Empty;
  importlib: Empty;
  in: { in: u8 };
  index: Empty;
  infer: Empty;
  Infinity: Empty;
  init: Empty;
  inline: Empty;
  input: Empty;
  instanceof: Empty;
  int: { int: u8 };
  int16: Empty;
  int16_t: Empty;
  int32: Empty;
  int32_t: Empty;
  int64: Empty;
  int64_t: Empty;
  int8: Empty;
  int8_t: { int8_t: u8 };
  INT_MAX: Empty;
  interface: Empty;
  internal: Empty;
  Into: Empty;
  /** @json into_221 */
  into: Empty;
  IntoOwned: Empty;
  intrinsic: Empty;
  iota: { iota: u8 };
  Is: Empty;
  /** @json is_226 */
  is: Empty;
  isPrototypeOf: Empty;
  items: Empty;
  iter: Empty;
  Iterator: Empty;
  json: Empty;
  JsonValue: Empty;
  kept: Empty;
  keyof: Empty;
  keys: Empty;
  lambda: Empty;
  len: Empty;
  length: Empty;
  let: Empty;
  Limit: Empty;
  linux: Empty;
  list: Empty;
  long: Empty;
  loop: Empty;
  macro: Empty;
  main: Empty;
  major: Empty;
  make: { make: u8 };
  makedev: Empty;
  Map: Empty;
  /** @json map_251 */
  map: Empty;
  maps: Empty;
  MarshalBinary: Empty;
  MarshalJSON: Empty;
  match: Empty;
  matches: { matches: u8 };
  math: Empty;
  max: Empty;
  memoryview: Empty;
  min: Empty;
  minor: Empty;
  missing: Empty;
  mod: Empty;
  module: { module: u8 };
  more: Empty;
  move: Empty;
  mro: Empty;
  mut: Empty;
  mutable: Empty;
  name: Empty;
  NAMES: Empty;
  namespace: { namespace: u8 };
  NaN: Empty;
  near: Empty;
  netip: Empty;
  neutral: Empty;
  never: Empty;
  new: Empty;
  next: Empty;
  nil: { nil: u8 };
  noexcept: Empty;
  NONE: Empty;
  /** @json none_283 */
  None: Empty;
  nonlocal: Empty;
  noreturn: Empty;
  not: Empty;
  not_eq: Empty;
  NULL: Empty;
  /** @json null_289 */
  null: Empty;
  nullptr: Empty;
  number: Empty;
  Object: Empty;
  /** @json object_293 */
  object: Empty;
  of: Empty;
  offsetof: Empty;
  Ok: Empty;
  open: Empty;
  opening: Empty;
  operator: Empty;
  Option: Empty;
  or: Empty;
  or_eq: Empty;
  Ord: Empty;
  Ordering: Empty;
  out: Empty;
  output: Empty;
  override: Empty;
  package: Empty;
  panic: Empty;
  PartialEq: Empty;
  PartialOrd: Empty;
  pass: { pass: u8 };
  Pattern: Empty;
  patterns: Empty;
  print: Empty;
  println: Empty;
  priv: Empty;
  private: Empty;
  Promise: Empty;
  property: { property: u8 };
  protected: Empty;
  prototype: Empty;
  pub: Empty;
  public: Empty;
  r: Empty;
  raise: Empty;
  range: Empty;
  raw: { raw: u8 };
  read: Empty;
  readonly: Empty;
  real: Empty;
  recover: Empty;
  ref: Empty;
  reflexpr: Empty;
  RefusalKind: Empty;
  register: { register: u8 };
  reinterpret_cast: Empty;
  replace: Empty;
  repr: Empty;
  require: Empty;
  requires: Empty;
  Reset: Empty;
  restrict: Empty;
  Result: Empty;
  return: Empty;
  rune: Empty;
  s: Empty;
  safe: Empty;
  satisfies: Empty;
  select: Empty;
  Self: Empty;
  /** @json self_352 */
  self: { self: u8 };
  Send: Empty;
  sep: Empty;
  set: Empty;
  setjmp: Empty;
  short: Empty;
  signbit: Empty;
  signed: Empty;
  size: { size: u8 };
  size_t: Empty;
  sizeof: Empty;
  slice: Empty;
  slices: Empty;
  small: Empty;
  SocketAddr: Empty;
  Some: Empty;
  SPEC_HASH: Empty;
  /** @json spec_hash_369 */
  SpecHash: Empty;
  SpecName: Empty;
  SpecVersion: Empty;
  start: Empty;
  static: Empty;
  static_assert: Empty;
  static_cast: Empty;
  std: { std: u8 };
  stderr: Empty;
  stdin: Empty;
  stdout: Empty;
  str: Empty;
  strconv: Empty;
  String: Empty;
  /** @json string_383 */
  string: Empty;
  strings: { strings: u8 };
  struct: Empty;
  sum: Empty;
  super: Empty;
  switch: Empty;
  symbol: Empty;
  Sync: Empty;
  synchronized: Empty;
  tag: { tag: u8 };
  template: Empty;
  testdata: Empty;
  text: Empty;
  then: Empty;
  this: Empty;
  thread_local: Empty;
  throw: Empty;
  toJSON: { toJSON: u8 };
  toString: Empty;
  trait: Empty;
  True: Empty;
  /** @json true_404 */
  true: Empty;
  try: Empty;
  tuple: Empty;
  type: Empty;
  typedef: { typedef: u8 };
  typeid: Empty;
  typename: Empty;
  typeof: Empty;
  typeof_unqual: Empty;
  typing: Empty;
  u8: Empty;
  uint: Empty;
  uint16: { uint16: u8 };
  uint16_t: Empty;
  uint32: Empty;
  uint32_t: Empty;
  uint64: Empty;
  uint64_t: Empty;
  uint8: Empty;
  uint8_t: Empty;
  Uint8Array: Empty;
  uintptr: Empty;
  undefined: Empty;
  union: Empty;
  unique: Empty;
  unix: Empty;
  Unknown: Empty;
  /** @json unknown_431 */
  unknown: Empty;
  UnmarshalBinary: Empty;
  UnmarshalJSON: Empty;
  UnmarshalText: Empty;
  unsafe: Empty;
  unsigned: Empty;
  unsized: Empty;
  Unstructured: Empty;
  Unwrap: Empty;
  use: { use: u8 };
  using: Empty;
  usize: Empty;
  v: Empty;
  va_arg: Empty;
  va_copy: Empty;
  va_end: Empty;
  va_start: Empty;
  value: { value: u8 };
  valueOf: Empty;
  values: Empty;
  var: Empty;
  vars: Empty;
  Vec: Empty;
  /** @json vec_454 */
  vec: Empty;
  vendor: Empty;
  virtual: { virtual: u8 };
  void: Empty;
  volatile: Empty;
  w: Empty;
  wchar_t: Empty;
  where: Empty;
  while: Empty;
  window: Empty;
  with: { with: u8 };
  write: Empty;
  x: Empty;
  xor: Empty;
  xor_eq: Empty;
  yield: Empty;
}>;

/** As flags. */
export type Flags1 = Flags<
  u64,
  {
    absent: 0x1n;
    abstract: 0x2n;
    accelerated: 0x4n;
    accessor: 0x8n;
    alignas: 0x10n;
    alignof: 0x20n;
    ALL: 0x40n;
    alloc: 0x80n;
    and: 0x100n;
    and_eq: 0x200n;
    any: 0x400n;
    append: 0x800n;
    AppendBinary: 0x1000n;
    Arbitrary: 0x2000n;
    /** @json arbitrary_14 */
    arbitrary: 0x4000n;
    arena: 0x8000n;
    arguments: 0x10000n;
    Array: 0x20000n;
    As: 0x40000n;
    /** @json as_19 */
    as: 0x80000n;
    as_ref: 0x100000n;
    asm: 0x200000n;
    assert: 0x400000n;
    asserts: 0x800000n;
    async: 0x1000000n;
    at: 0x2000000n;
    atomic_cancel: 0x4000000n;
    auto: 0x8000000n;
    await: 0x10000000n;
    b: 0x20000000n;
    become: 0x40000000n;
    begin: 0x80000000n;
    bigint: 0x100000000n;
    binary: 0x200000000n;
    BitAnd: 0x400000000n;
    bitand: 0x800000000n;
    BitOr: 0x1000000000n;
    bitor: 0x2000000000n;
    bits: 0x4000000000n;
    bool: 0x8000000000n;
    boolean: 0x10000000000n;
    Box: 0x20000000000n;
    /** @json box_42 */
    box: 0x40000000000n;
    Branded: 0x80000000000n;
    break: 0x100000000000n;
    BTreeMap: 0x200000000000n;
    byte: 0x400000000000n;
    bytearray: 0x800000000000n;
    bytes: 0x1000000000000n;
    callee: 0x2000000000000n;
    caller: 0x4000000000000n;
    cap: 0x8000000000000n;
    capacity: 0x10000000000000n;
    case: 0x20000000000000n;
    case_at: 0x40000000000000n;
    catch: 0x80000000000000n;
    chan: 0x100000000000000n;
    char: 0x200000000000000n;
    char16_t: 0x400000000000000n;
    char32_t: 0x800000000000000n;
    char8_t: 0x1000000000000000n;
    CHAR_BIT: 0x2000000000000000n;
    check: 0x4000000000000000n;
    class: 0x8000000000000000n;
  }
>;

export type Flags2 = Flags<
  u64,
  {
    classmethod: 0x1n;
    clear: 0x2n;
    Clone: 0x4n;
    /** @json clone_3 */
    clone: 0x8n;
    close: 0x10n;
    closed: 0x20n;
    cls: 0x40n;
    cmp: 0x80n;
    co_await: 0x100n;
    co_return: 0x200n;
    co_yield: 0x400n;
    Codec: 0x800n;
    /** @json codec_12 */
    codec: 0x1000n;
    CodecError: 0x2000n;
    codectest: 0x4000n;
    comparable: 0x8000n;
    compl: 0x10000n;
    complete: 0x20000n;
    complex: 0x40000n;
    complex128: 0x80000n;
    complex64: 0x100000n;
    concept: 0x200000n;
    const: 0x400000n;
    const_cast: 0x800000n;
    consteval: 0x1000000n;
    constexpr: 0x2000000n;
    constinit: 0x4000000n;
    constructor: 0x8000000n;
    continue: 0x10000000n;
    Copy: 0x20000000n;
    /** @json copy_30 */
    copy: 0x40000000n;
    core: 0x80000000n;
    count: 0x100000000n;
    Cow: 0x200000000n;
    crate: 0x400000000n;
    data: 0x800000000n;
    dataclasses: 0x1000000000n;
    Debug: 0x2000000000n;
    debugger: 0x4000000000n;
    declare: 0x8000000000n;
    decltype: 0x10000000000n;
    decode: 0x20000000000n;
    DecodeError: 0x40000000000n;
    def: 0x80000000000n;
    Default: 0x100000000000n;
    /** @json default_45 */
    default: 0x200000000000n;
    defer: 0x400000000000n;
    del: 0x800000000000n;
    delete: 0x1000000000000n;
    depth: 0x2000000000000n;
    deref: 0x4000000000000n;
    dict: 0x8000000000000n;
    do: 0x10000000000000n;
    double: 0x20000000000000n;
    Drop: 0x40000000000000n;
    /** @json drop_55 */
    drop: 0x80000000000000n;
    Duration: 0x100000000000000n;
    dyn: 0x200000000000000n;
    dynamic_cast: 0x400000000000000n;
    elif: 0x800000000000000n;
    else: 0x1000000000000000n;
    encode: 0x2000000000000000n;
    EncodeError: 0x4000000000000000n;
    end: 0x8000000000000000n;
  }
>;

export type Flags3 = Flags<
  u64,
  {
    enum: 0x1n;
    enumerate: 0x2n;
    EOF: 0x4n;
    Eq: 0x8n;
    /** @json eq_4 */
    eq: 0x10n;
    Err: 0x20n;
    /** @json err_6 */
    err: 0x40n;
    errno: 0x80n;
    Error: 0x100n;
    /** @json error_9 */
    error: 0x200n;
    ErrorPath: 0x400n;
    eval: 0x800n;
    except: 0x1000n;
    exec: 0x2000n;
    explicit: 0x4000n;
    export: 0x8000n;
    exports: 0x10000n;
    extends: 0x20000n;
    Extent: 0x40000n;
    extern: 0x80000n;
    fallthrough: 0x100000n;
    False: 0x200000n;
    /** @json false_22 */
    false: 0x400000n;
    far: 0x800000n;
    fields: 0x1000000n;
    final: 0x2000000n;
    finally: 0x4000000n;
    first: 0x8000000n;
    FixedSizeCodec: 0x10000000n;
    float: 0x20000000n;
    float32: 0x40000000n;
    float64: 0x80000000n;
    fmt: 0x100000000n;
    Fn: 0x200000000n;
    /** @json fn_34 */
    fn: 0x400000000n;
    FnMut: 0x800000000n;
    FnOnce: 0x1000000000n;
    for: 0x2000000000n;
    Format: 0x4000000000n;
    /** @json format_39 */
    format: 0x8000000000n;
    found: 0x10000000000n;
    friend: 0x20000000000n;
    From: 0x40000000000n;
    /** @json from_43 */
    from: 0x80000000000n;
    func: 0x100000000000n;
    function: 0x200000000000n;
    gen: 0x400000000000n;
    generated: 0x800000000000n;
    get: 0x1000000000000n;
    global: 0x2000000000000n;
    globalThis: 0x4000000000000n;
    go: 0x8000000000000n;
    GoString: 0x10000000000000n;
    goto: 0x20000000000000n;
    Has: 0x40000000000000n;
    has_value: 0x80000000000000n;
    Hash: 0x100000000000000n;
    /** @json hash_57 */
    hash: 0x200000000000000n;
    Hasher: 0x400000000000000n;
    hasOwnProperty: 0x800000000000000n;
    I: 0x1000000000000000n;
    /** @json i_61 */
    i: 0x2000000000000000n;
    i128: 0x4000000000000000n;
    i386: 0x8000000000000000n;
  }
>;

export type Flags4 = Flags<
  u64,
  {
    id: 0x1n;
    if: 0x2n;
    imag: 0x4n;
    imaginary: 0x8n;
    impl: 0x10n;
    implements: 0x20n;
    import: 0x40n;
    importlib: 0x80n;
    in: 0x100n;
    index: 0x200n;
    infer: 0x400n;
    Infinity: 0x800n;
    init: 0x1000n;
    inline: 0x2000n;
    input: 0x4000n;
    instanceof: 0x8000n;
    int: 0x10000n;
    int16: 0x20000n;
    int16_t: 0x40000n;
    int32: 0x80000n;
    int32_t: 0x100000n;
    int64: 0x200000n;
    int64_t: 0x400000n;
    int8: 0x800000n;
    int8_t: 0x1000000n;
    INT_MAX: 0x2000000n;
    interface: 0x4000000n;
    internal: 0x8000000n;
    Into: 0x10000000n;
    /** @json into_29 */
    into: 0x20000000n;
    IntoOwned: 0x40000000n;
    intrinsic: 0x80000000n;
    iota: 0x100000000n;
    Is: 0x200000000n;
    /** @json is_34 */
    is: 0x400000000n;
    isPrototypeOf: 0x800000000n;
    items: 0x1000000000n;
    iter: 0x2000000000n;
    Iterator: 0x4000000000n;
    json: 0x8000000000n;
    JsonValue: 0x10000000000n;
    kept: 0x20000000000n;
    keyof: 0x40000000000n;
    keys: 0x80000000000n;
    lambda: 0x100000000000n;
    len: 0x200000000000n;
    length: 0x400000000000n;
    let: 0x800000000000n;
    Limit: 0x1000000000000n;
    linux: 0x2000000000000n;
    list: 0x4000000000000n;
    long: 0x8000000000000n;
    loop: 0x10000000000000n;
    macro: 0x20000000000000n;
    main: 0x40000000000000n;
    major: 0x80000000000000n;
    make: 0x100000000000000n;
    makedev: 0x200000000000000n;
    Map: 0x400000000000000n;
    /** @json map_59 */
    map: 0x800000000000000n;
    maps: 0x1000000000000000n;
    MarshalBinary: 0x2000000000000000n;
    MarshalJSON: 0x4000000000000000n;
    match: 0x8000000000000000n;
  }
>;

export type Flags5 = Flags<
  u64,
  {
    matches: 0x1n;
    math: 0x2n;
    max: 0x4n;
    memoryview: 0x8n;
    min: 0x10n;
    minor: 0x20n;
    missing: 0x40n;
    mod: 0x80n;
    module: 0x100n;
    more: 0x200n;
    move: 0x400n;
    mro: 0x800n;
    mut: 0x1000n;
    mutable: 0x2000n;
    name: 0x4000n;
    NAMES: 0x8000n;
    namespace: 0x10000n;
    NaN: 0x20000n;
    near: 0x40000n;
    netip: 0x80000n;
    neutral: 0x100000n;
    never: 0x200000n;
    new: 0x400000n;
    next: 0x800000n;
    nil: 0x1000000n;
    noexcept: 0x2000000n;
    NONE: 0x4000000n;
    /** @json none_27 */
    None: 0x8000000n;
    nonlocal: 0x10000000n;
    noreturn: 0x20000000n;
    not: 0x40000000n;
    not_eq: 0x80000000n;
    NULL: 0x100000000n;
    /** @json null_33 */
    null: 0x200000000n;
    nullptr: 0x400000000n;
    number: 0x800000000n;
    Object: 0x1000000000n;
    /** @json object_37 */
    object: 0x2000000000n;
    of: 0x4000000000n;
    offsetof: 0x8000000000n;
    Ok: 0x10000000000n;
    open: 0x20000000000n;
    opening: 0x40000000000n;
    operator: 0x80000000000n;
    Option: 0x100000000000n;
    or: 0x200000000000n;
    or_eq: 0x400000000000n;
    Ord: 0x800000000000n;
    Ordering: 0x1000000000000n;
    out: 0x2000000000000n;
    output: 0x4000000000000n;
    override: 0x8000000000000n;
    package: 0x10000000000000n;
    panic: 0x20000000000000n;
    PartialEq: 0x40000000000000n;
    PartialOrd: 0x80000000000000n;
    pass: 0x100000000000000n;
    Pattern: 0x200000000000000n;
    patterns: 0x400000000000000n;
    print: 0x800000000000000n;
    println: 0x1000000000000000n;
    priv: 0x2000000000000000n;
    private: 0x4000000000000000n;
    Promise: 0x8000000000000000n;
  }
>;

export type Flags6 = Flags<
  u64,
  {
    property: 0x1n;
    protected: 0x2n;
    prototype: 0x4n;
    pub: 0x8n;
    public: 0x10n;
    r: 0x20n;
    raise: 0x40n;
    range: 0x80n;
    raw: 0x100n;
    read: 0x200n;
    readonly: 0x400n;
    real: 0x800n;
    recover: 0x1000n;
    ref: 0x2000n;
    reflexpr: 0x4000n;
    RefusalKind: 0x8000n;
    register: 0x10000n;
    reinterpret_cast: 0x20000n;
    replace: 0x40000n;
    repr: 0x80000n;
    require: 0x100000n;
    requires: 0x200000n;
    Reset: 0x400000n;
    restrict: 0x800000n;
    Result: 0x1000000n;
    return: 0x2000000n;
    rune: 0x4000000n;
    s: 0x8000000n;
    safe: 0x10000000n;
    satisfies: 0x20000000n;
    select: 0x40000000n;
    Self: 0x80000000n;
    /** @json self_32 */
    self: 0x100000000n;
    Send: 0x200000000n;
    sep: 0x400000000n;
    set: 0x800000000n;
    setjmp: 0x1000000000n;
    short: 0x2000000000n;
    signbit: 0x4000000000n;
    signed: 0x8000000000n;
    size: 0x10000000000n;
    size_t: 0x20000000000n;
    sizeof: 0x40000000000n;
    slice: 0x80000000000n;
    slices: 0x100000000000n;
    small: 0x200000000000n;
    SocketAddr: 0x400000000000n;
    Some: 0x800000000000n;
    SPEC_HASH: 0x1000000000000n;
    /** @json spec_hash_49 */
    SpecHash: 0x2000000000000n;
    SpecName: 0x4000000000000n;
    SpecVersion: 0x8000000000000n;
    start: 0x10000000000000n;
    static: 0x20000000000000n;
    static_assert: 0x40000000000000n;
    static_cast: 0x80000000000000n;
    std: 0x100000000000000n;
    stderr: 0x200000000000000n;
    stdin: 0x400000000000000n;
    stdout: 0x800000000000000n;
    str: 0x1000000000000000n;
    strconv: 0x2000000000000000n;
    String: 0x4000000000000000n;
    /** @json string_63 */
    string: 0x8000000000000000n;
  }
>;

export type Flags7 = Flags<
  u64,
  {
    strings: 0x1n;
    struct: 0x2n;
    sum: 0x4n;
    super: 0x8n;
    switch: 0x10n;
    symbol: 0x20n;
    Sync: 0x40n;
    synchronized: 0x80n;
    tag: 0x100n;
    template: 0x200n;
    testdata: 0x400n;
    text: 0x800n;
    then: 0x1000n;
    this: 0x2000n;
    thread_local: 0x4000n;
    throw: 0x8000n;
    toJSON: 0x10000n;
    toString: 0x20000n;
    trait: 0x40000n;
    True: 0x80000n;
    /** @json true_20 */
    true: 0x100000n;
    try: 0x200000n;
    tuple: 0x400000n;
    type: 0x800000n;
    typedef: 0x1000000n;
    typeid: 0x2000000n;
    typename: 0x4000000n;
    typeof: 0x8000000n;
    typeof_unqual: 0x10000000n;
    typing: 0x20000000n;
    u8: 0x40000000n;
    uint: 0x80000000n;
    uint16: 0x100000000n;
    uint16_t: 0x200000000n;
    uint32: 0x400000000n;
    uint32_t: 0x800000000n;
    uint64: 0x1000000000n;
    uint64_t: 0x2000000000n;
    uint8: 0x4000000000n;
    uint8_t: 0x8000000000n;
    Uint8Array: 0x10000000000n;
    uintptr: 0x20000000000n;
    undefined: 0x40000000000n;
    union: 0x80000000000n;
    unique: 0x100000000000n;
    unix: 0x200000000000n;
    Unknown: 0x400000000000n;
    /** @json unknown_47 */
    unknown: 0x800000000000n;
    UnmarshalBinary: 0x1000000000000n;
    UnmarshalJSON: 0x2000000000000n;
    UnmarshalText: 0x4000000000000n;
    unsafe: 0x8000000000000n;
    unsigned: 0x10000000000000n;
    unsized: 0x20000000000000n;
    Unstructured: 0x40000000000000n;
    Unwrap: 0x80000000000000n;
    use: 0x100000000000000n;
    using: 0x200000000000000n;
    usize: 0x400000000000000n;
    v: 0x800000000000000n;
    va_arg: 0x1000000000000000n;
    va_copy: 0x2000000000000000n;
    va_end: 0x4000000000000000n;
    va_start: 0x8000000000000000n;
  }
>;

export type Flags8 = Flags<
  u64,
  {
    value: 0x1n;
    valueOf: 0x2n;
    values: 0x4n;
    var: 0x8n;
    vars: 0x10n;
    Vec: 0x20n;
    /** @json vec_6 */
    vec: 0x40n;
    vendor: 0x80n;
    virtual: 0x100n;
    void: 0x200n;
    volatile: 0x400n;
    w: 0x800n;
    wchar_t: 0x1000n;
    where: 0x2000n;
    while: 0x4000n;
    window: 0x8000n;
    with: 0x10000n;
    write: 0x20000n;
    x: 0x40000n;
    xor: 0x80000n;
    xor_eq: 0x100000n;
    yield: 0x200000n;
  }
>;

/** As bit fields. */
export type Bits1 = Bits<
  u64,
  {
    absent: Bit<1>;
    abstract: Bit<1>;
    accelerated: Bit<1>;
    accessor: Bit<1>;
    alignas: Bit<1>;
    alignof: Bit<1>;
    ALL: Bit<1>;
    alloc: Bit<1>;
    and: Bit<1>;
    and_eq: Bit<1>;
    any: Bit<1>;
    append: Bit<1>;
    AppendBinary: Bit<1>;
    Arbitrary: Bit<1>;
    /** @json arbitrary_14 */
    arbitrary: Bit<1>;
    arena: Bit<1>;
    arguments: Bit<1>;
    Array: Bit<1>;
    As: Bit<1>;
    /** @json as_19 */
    as: Bit<1>;
    as_ref: Bit<1>;
    asm: Bit<1>;
    assert: Bit<1>;
    asserts: Bit<1>;
    async: Bit<1>;
    at: Bit<1>;
    atomic_cancel: Bit<1>;
    auto: Bit<1>;
    await: Bit<1>;
    b: Bit<1>;
    become: Bit<1>;
    begin: Bit<1>;
    bigint: Bit<1>;
    binary: Bit<1>;
    BitAnd: Bit<1>;
    bitand: Bit<1>;
    BitOr: Bit<1>;
    bitor: Bit<1>;
    bits: Bit<1>;
    bool: Bit<1>;
    boolean: Bit<1>;
    Box: Bit<1>;
    /** @json box_42 */
    box: Bit<1>;
    Branded: Bit<1>;
    break: Bit<1>;
    BTreeMap: Bit<1>;
    byte: Bit<1>;
    bytearray: Bit<1>;
    bytes: Bit<1>;
    callee: Bit<1>;
    caller: Bit<1>;
    cap: Bit<1>;
    capacity: Bit<1>;
    case: Bit<1>;
    case_at: Bit<1>;
    catch: Bit<1>;
    chan: Bit<1>;
    char: Bit<1>;
    char16_t: Bit<1>;
    char32_t: Bit<1>;
    char8_t: Bit<1>;
    CHAR_BIT: Bit<1>;
    check: Bit<1>;
    class: Bit<1>;
  }
>;

export type Bits2 = Bits<
  u64,
  {
    classmethod: Bit<1>;
    clear: Bit<1>;
    Clone: Bit<1>;
    /** @json clone_3 */
    clone: Bit<1>;
    close: Bit<1>;
    closed: Bit<1>;
    cls: Bit<1>;
    cmp: Bit<1>;
    co_await: Bit<1>;
    co_return: Bit<1>;
    co_yield: Bit<1>;
    Codec: Bit<1>;
    /** @json codec_12 */
    codec: Bit<1>;
    CodecError: Bit<1>;
    codectest: Bit<1>;
    comparable: Bit<1>;
    compl: Bit<1>;
    complete: Bit<1>;
    complex: Bit<1>;
    complex128: Bit<1>;
    complex64: Bit<1>;
    concept: Bit<1>;
    const: Bit<1>;
    const_cast: Bit<1>;
    consteval: Bit<1>;
    constexpr: Bit<1>;
    constinit: Bit<1>;
    constructor: Bit<1>;
    continue: Bit<1>;
    Copy: Bit<1>;
    /** @json copy_30 */
    copy: Bit<1>;
    core: Bit<1>;
    count: Bit<1>;
    Cow: Bit<1>;
    crate: Bit<1>;
    data: Bit<1>;
    dataclasses: Bit<1>;
    Debug: Bit<1>;
    debugger: Bit<1>;
    declare: Bit<1>;
    decltype: Bit<1>;
    decode: Bit<1>;
    DecodeError: Bit<1>;
    def: Bit<1>;
    Default: Bit<1>;
    /** @json default_45 */
    default: Bit<1>;
    defer: Bit<1>;
    del: Bit<1>;
    delete: Bit<1>;
    depth: Bit<1>;
    deref: Bit<1>;
    dict: Bit<1>;
    do: Bit<1>;
    double: Bit<1>;
    Drop: Bit<1>;
    /** @json drop_55 */
    drop: Bit<1>;
    Duration: Bit<1>;
    dyn: Bit<1>;
    dynamic_cast: Bit<1>;
    elif: Bit<1>;
    else: Bit<1>;
    encode: Bit<1>;
    EncodeError: Bit<1>;
    end: Bit<1>;
  }
>;

export type Bits3 = Bits<
  u64,
  {
    enum: Bit<1>;
    enumerate: Bit<1>;
    EOF: Bit<1>;
    Eq: Bit<1>;
    /** @json eq_4 */
    eq: Bit<1>;
    Err: Bit<1>;
    /** @json err_6 */
    err: Bit<1>;
    errno: Bit<1>;
    Error: Bit<1>;
    /** @json error_9 */
    error: Bit<1>;
    ErrorPath: Bit<1>;
    eval: Bit<1>;
    except: Bit<1>;
    exec: Bit<1>;
    explicit: Bit<1>;
    export: Bit<1>;
    exports: Bit<1>;
    extends: Bit<1>;
    Extent: Bit<1>;
    extern: Bit<1>;
    fallthrough: Bit<1>;
    False: Bit<1>;
    /** @json false_22 */
    false: Bit<1>;
    far: Bit<1>;
    fields: Bit<1>;
    final: Bit<1>;
    finally: Bit<1>;
    first: Bit<1>;
    FixedSizeCodec: Bit<1>;
    float: Bit<1>;
    float32: Bit<1>;
    float64: Bit<1>;
    fmt: Bit<1>;
    Fn: Bit<1>;
    /** @json fn_34 */
    fn: Bit<1>;
    FnMut: Bit<1>;
    FnOnce: Bit<1>;
    for: Bit<1>;
    Format: Bit<1>;
    /** @json format_39 */
    format: Bit<1>;
    found: Bit<1>;
    friend: Bit<1>;
    From: Bit<1>;
    /** @json from_43 */
    from: Bit<1>;
    func: Bit<1>;
    function: Bit<1>;
    gen: Bit<1>;
    generated: Bit<1>;
    get: Bit<1>;
    global: Bit<1>;
    globalThis: Bit<1>;
    go: Bit<1>;
    GoString: Bit<1>;
    goto: Bit<1>;
    Has: Bit<1>;
    has_value: Bit<1>;
    Hash: Bit<1>;
    /** @json hash_57 */
    hash: Bit<1>;
    Hasher: Bit<1>;
    hasOwnProperty: Bit<1>;
    I: Bit<1>;
    /** @json i_61 */
    i: Bit<1>;
    i128: Bit<1>;
    i386: Bit<1>;
  }
>;

export type Bits4 = Bits<
  u64,
  {
    id: Bit<1>;
    if: Bit<1>;
    imag: Bit<1>;
    imaginary: Bit<1>;
    impl: Bit<1>;
    implements: Bit<1>;
    import: Bit<1>;
    importlib: Bit<1>;
    in: Bit<1>;
    index: Bit<1>;
    infer: Bit<1>;
    Infinity: Bit<1>;
    init: Bit<1>;
    inline: Bit<1>;
    input: Bit<1>;
    instanceof: Bit<1>;
    int: Bit<1>;
    int16: Bit<1>;
    int16_t: Bit<1>;
    int32: Bit<1>;
    int32_t: Bit<1>;
    int64: Bit<1>;
    int64_t: Bit<1>;
    int8: Bit<1>;
    int8_t: Bit<1>;
    INT_MAX: Bit<1>;
    interface: Bit<1>;
    internal: Bit<1>;
    Into: Bit<1>;
    /** @json into_29 */
    into: Bit<1>;
    IntoOwned: Bit<1>;
    intrinsic: Bit<1>;
    iota: Bit<1>;
    Is: Bit<1>;
    /** @json is_34 */
    is: Bit<1>;
    isPrototypeOf: Bit<1>;
    items: Bit<1>;
    iter: Bit<1>;
    Iterator: Bit<1>;
    json: Bit<1>;
    JsonValue: Bit<1>;
    kept: Bit<1>;
    keyof: Bit<1>;
    keys: Bit<1>;
    lambda: Bit<1>;
    len: Bit<1>;
    length: Bit<1>;
    let: Bit<1>;
    Limit: Bit<1>;
    linux: Bit<1>;
    list: Bit<1>;
    long: Bit<1>;
    loop: Bit<1>;
    macro: Bit<1>;
    main: Bit<1>;
    major: Bit<1>;
    make: Bit<1>;
    makedev: Bit<1>;
    Map: Bit<1>;
    /** @json map_59 */
    map: Bit<1>;
    maps: Bit<1>;
    MarshalBinary: Bit<1>;
    MarshalJSON: Bit<1>;
    match: Bit<1>;
  }
>;

export type Bits5 = Bits<
  u64,
  {
    matches: Bit<1>;
    math: Bit<1>;
    max: Bit<1>;
    memoryview: Bit<1>;
    min: Bit<1>;
    minor: Bit<1>;
    missing: Bit<1>;
    mod: Bit<1>;
    module: Bit<1>;
    more: Bit<1>;
    move: Bit<1>;
    mro: Bit<1>;
    mut: Bit<1>;
    mutable: Bit<1>;
    name: Bit<1>;
    NAMES: Bit<1>;
    namespace: Bit<1>;
    NaN: Bit<1>;
    near: Bit<1>;
    netip: Bit<1>;
    neutral: Bit<1>;
    never: Bit<1>;
    new: Bit<1>;
    next: Bit<1>;
    nil: Bit<1>;
    noexcept: Bit<1>;
    NONE: Bit<1>;
    /** @json none_27 */
    None: Bit<1>;
    nonlocal: Bit<1>;
    noreturn: Bit<1>;
    not: Bit<1>;
    not_eq: Bit<1>;
    NULL: Bit<1>;
    /** @json null_33 */
    null: Bit<1>;
    nullptr: Bit<1>;
    number: Bit<1>;
    Object: Bit<1>;
    /** @json object_37 */
    object: Bit<1>;
    of: Bit<1>;
    offsetof: Bit<1>;
    Ok: Bit<1>;
    open: Bit<1>;
    opening: Bit<1>;
    operator: Bit<1>;
    Option: Bit<1>;
    or: Bit<1>;
    or_eq: Bit<1>;
    Ord: Bit<1>;
    Ordering: Bit<1>;
    out: Bit<1>;
    output: Bit<1>;
    override: Bit<1>;
    package: Bit<1>;
    panic: Bit<1>;
    PartialEq: Bit<1>;
    PartialOrd: Bit<1>;
    pass: Bit<1>;
    Pattern: Bit<1>;
    patterns: Bit<1>;
    print: Bit<1>;
    println: Bit<1>;
    priv: Bit<1>;
    private: Bit<1>;
    Promise: Bit<1>;
  }
>;

export type Bits6 = Bits<
  u64,
  {
    property: Bit<1>;
    protected: Bit<1>;
    prototype: Bit<1>;
    pub: Bit<1>;
    public: Bit<1>;
    r: Bit<1>;
    raise: Bit<1>;
    range: Bit<1>;
    raw: Bit<1>;
    read: Bit<1>;
    readonly: Bit<1>;
    real: Bit<1>;
    recover: Bit<1>;
    ref: Bit<1>;
    reflexpr: Bit<1>;
    RefusalKind: Bit<1>;
    register: Bit<1>;
    reinterpret_cast: Bit<1>;
    replace: Bit<1>;
    repr: Bit<1>;
    require: Bit<1>;
    requires: Bit<1>;
    Reset: Bit<1>;
    restrict: Bit<1>;
    Result: Bit<1>;
    return: Bit<1>;
    rune: Bit<1>;
    s: Bit<1>;
    safe: Bit<1>;
    satisfies: Bit<1>;
    select: Bit<1>;
    Self: Bit<1>;
    /** @json self_32 */
    self: Bit<1>;
    Send: Bit<1>;
    sep: Bit<1>;
    set: Bit<1>;
    setjmp: Bit<1>;
    short: Bit<1>;
    signbit: Bit<1>;
    signed: Bit<1>;
    size: Bit<1>;
    size_t: Bit<1>;
    sizeof: Bit<1>;
    slice: Bit<1>;
    slices: Bit<1>;
    small: Bit<1>;
    SocketAddr: Bit<1>;
    Some: Bit<1>;
    SPEC_HASH: Bit<1>;
    /** @json spec_hash_49 */
    SpecHash: Bit<1>;
    SpecName: Bit<1>;
    SpecVersion: Bit<1>;
    start: Bit<1>;
    static: Bit<1>;
    static_assert: Bit<1>;
    static_cast: Bit<1>;
    std: Bit<1>;
    stderr: Bit<1>;
    stdin: Bit<1>;
    stdout: Bit<1>;
    str: Bit<1>;
    strconv: Bit<1>;
    String: Bit<1>;
    /** @json string_63 */
    string: Bit<1>;
  }
>;

export type Bits7 = Bits<
  u64,
  {
    strings: Bit<1>;
    struct: Bit<1>;
    sum: Bit<1>;
    super: Bit<1>;
    switch: Bit<1>;
    symbol: Bit<1>;
    Sync: Bit<1>;
    synchronized: Bit<1>;
    tag: Bit<1>;
    template: Bit<1>;
    testdata: Bit<1>;
    text: Bit<1>;
    then: Bit<1>;
    this: Bit<1>;
    thread_local: Bit<1>;
    throw: Bit<1>;
    toJSON: Bit<1>;
    toString: Bit<1>;
    trait: Bit<1>;
    True: Bit<1>;
    /** @json true_20 */
    true: Bit<1>;
    try: Bit<1>;
    tuple: Bit<1>;
    type: Bit<1>;
    typedef: Bit<1>;
    typeid: Bit<1>;
    typename: Bit<1>;
    typeof: Bit<1>;
    typeof_unqual: Bit<1>;
    typing: Bit<1>;
    u8: Bit<1>;
    uint: Bit<1>;
    uint16: Bit<1>;
    uint16_t: Bit<1>;
    uint32: Bit<1>;
    uint32_t: Bit<1>;
    uint64: Bit<1>;
    uint64_t: Bit<1>;
    uint8: Bit<1>;
    uint8_t: Bit<1>;
    Uint8Array: Bit<1>;
    uintptr: Bit<1>;
    undefined: Bit<1>;
    union: Bit<1>;
    unique: Bit<1>;
    unix: Bit<1>;
    Unknown: Bit<1>;
    /** @json unknown_47 */
    unknown: Bit<1>;
    UnmarshalBinary: Bit<1>;
    UnmarshalJSON: Bit<1>;
    UnmarshalText: Bit<1>;
    unsafe: Bit<1>;
    unsigned: Bit<1>;
    unsized: Bit<1>;
    Unstructured: Bit<1>;
    Unwrap: Bit<1>;
    use: Bit<1>;
    using: Bit<1>;
    usize: Bit<1>;
    v: Bit<1>;
    va_arg: Bit<1>;
    va_copy: Bit<1>;
    va_end: Bit<1>;
    va_start: Bit<1>;
  }
>;

export type Bits8 = Bits<
  u64,
  {
    value: Bit<1>;
    valueOf: Bit<1>;
    values: Bit<1>;
    var: Bit<1>;
    vars: Bit<1>;
    Vec: Bit<1>;
    /** @json vec_6 */
    vec: Bit<1>;
    vendor: Bit<1>;
    virtual: Bit<1>;
    void: Bit<1>;
    volatile: Bit<1>;
    w: Bit<1>;
    wchar_t: Bit<1>;
    where: Bit<1>;
    while: Bit<1>;
    window: Bit<1>;
    with: Bit<1>;
    write: Bit<1>;
    x: Bit<1>;
    xor: Bit<1>;
    xor_eq: Bit<1>;
    yield: Bit<1>;
    gap: Bit<42, Reserved>;
  }
>;

/** Each in a message of its own, so that vectors stay small. */
export interface WordInLayout extends Layout {
  one: Word;
}
export interface WordInJson extends Json {
  one: Word;
}
export interface ChoiceInLayout extends Layout {
  one: Choice;
}
export interface ChoiceInJson extends Json {
  one: NamedChoice;
}
export interface Flags1InLayout extends Layout {
  one: Flags1;
}
export interface Flags1InJson extends Json {
  one: Flags1;
}
export interface Flags2InLayout extends Layout {
  one: Flags2;
}
export interface Flags2InJson extends Json {
  one: Flags2;
}
export interface Flags3InLayout extends Layout {
  one: Flags3;
}
export interface Flags3InJson extends Json {
  one: Flags3;
}
export interface Flags4InLayout extends Layout {
  one: Flags4;
}
export interface Flags4InJson extends Json {
  one: Flags4;
}
export interface Flags5InLayout extends Layout {
  one: Flags5;
}
export interface Flags5InJson extends Json {
  one: Flags5;
}
export interface Flags6InLayout extends Layout {
  one: Flags6;
}
export interface Flags6InJson extends Json {
  one: Flags6;
}
export interface Flags7InLayout extends Layout {
  one: Flags7;
}
export interface Flags7InJson extends Json {
  one: Flags7;
}
export interface Flags8InLayout extends Layout {
  one: Flags8;
}
export interface Flags8InJson extends Json {
  one: Flags8;
}
export interface Bits1InLayout extends Layout {
  one: Bits1;
}
export interface Bits2InLayout extends Layout {
  one: Bits2;
}
export interface Bits3InLayout extends Layout {
  one: Bits3;
}
export interface Bits4InLayout extends Layout {
  one: Bits4;
}
export interface Bits5InLayout extends Layout {
  one: Bits5;
}
export interface Bits6InLayout extends Layout {
  one: Bits6;
}
export interface Bits7InLayout extends Layout {
  one: Bits7;
}
export interface Bits8InLayout extends Layout {
  one: Bits8;
}
