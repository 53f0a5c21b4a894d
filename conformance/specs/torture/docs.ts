import type { Bit, Bits, Brand, Compact, Empty, Enum, Flags, Json, Map, Sized, Tagged, Text, u16, u8 } from "meshwright/lang";

/**
 * Text that no comment likes: *\/ and --> and """ and ''' and \\ at the end of a line \\
 * and %s %d %n {{mustache}} {{{triple}}} {0} ${dollar} $1 `code` an odd ` and <b>tags</b> <script>alert(1)</script> &amp; "quotes" 'single' /* open /// triple
 * [link](x) [x] [Documented] [`Documented`] {@link Documented} {@nothing} r"raw" f"{x}" \n \u0041 \u0000 \x41 \N{BULLET} \0 ??/ ??= trigraphs \
 * #define documented /* //go:build ignore
 * //go:build ignore
 * #define DOCUMENTED 1
 * # pragma once
 *	a tab	between tabs
 * trailing white space  
 *
 * Ünïcödé: 漢字 🦀 עברית ‮turned‬ é́ nbsp zero​width bom﻿ ﷽ 👩‍👩‍👧.
 *
 * >>> documented()
 * Traceback (most recent call last):
 *
 * ```
 * panic!("not an example");
 * ```
 *
 * ~~~ts
 * throw "nor this";
 *
 *     indented(as, code);
 *
 * - a list
 *   that goes on
 * 1. and another
 *
 * # A heading
 * ## Another
 * Args:
 *     documented: a section of some doc tools
 * :param documented: and of others
 * @param documented and others @return nothing \param x \brief y \f[ \endcode
 * Deprecated: looks like Go's own.
 *
 * | a | table |
 * |---|---|
 * <!-- a comment
 */
export interface Documented extends Documents, Compact {}
/** ... */
export interface DocumentedJson extends Documents, Json {}

interface Documents {
  /** Ends in a backslash \ */
  backslash: u8;
  /** Ends in two \\ */
  backslashes: u8;
  /** Ends in a quote " */
  quote: u8;
  /** Ends in three """ */
  quotes: u8;
  /** Ends in one ' */
  apostrophe: u8;
  /** """ triple """ */
  triple: u8;
  /** '''single triple''' */
  single: u8;
  /** *\/ ends comments. */
  ends: u8;
  /** Ends in a slash / */
  slash: u8;
  /** /* begins them. */
  begins: u8;
  /** // # -- ; ' REM */
  others: u8;
  /** % {{ }} {% %} <% %> #{ } ${ } */
  braces: u8;
  /** %s %d %n %% */
  percent: u8;
  /** ` */
  backtick: u8;
  /** ``` */
  fence: u8;
  /** A line too long for any formatter: word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word. */
  long: u8;
  /** ALongWordWithoutAnyPlaceToBreakItALongWordWithoutAnyPlaceToBreakItALongWordWithoutAnyPlaceToBreakItALongWordWithoutAnyPlaceToBreakIt */
  longWord: u8;
  /** 🦀 */
  crab: u8;
  /** ‮ */
  turned: u8;
  /** //go:build ignore */
  build: u8;
  /** #define crab 1 */
  define: u8;
  /** ??/ */
  trigraph: u8;
  /** >>> 1 / 0 */
  doctest: u8;
  /** [x] [crab](crab) [`u8`] <https://example.com> */
  links: u8;
  /** <script>alert("*\/")</script> & &lt; */
  markup: u8;
  /** nul \u0000 \0 \x00 */
  nul: u8;
  /** # noqa */
  pragma: u8;
  /** type: ignore */
  ignore: u8;
  /** * star */
  star: u8;
  /**
   *
   */
  blank: u8;
  /**
   * Old.
   *
   * Twice.
   * @deprecated use """crab""" \
   */
  oldCrab: u8;
  /** @since "1.0" \ */
  since: u8;
  /** @since 2.0 @deprecated */
  sinceAndDeprecated: u8;
  state: DocumentedState;
  flags: DocumentedFlags;
  bits: DocumentedBits;
  choice: DocumentedChoice;
  brand: DocumentedBrand;
  /**
   * An older one.
   * @deprecated *\/ ` \
   */
  names: Map<Sized<u8, Text>, DocumentedState>;
  /** @json it's */
  quoted: u8;
  /** @json 漢字 */
  foreign: u8;
  /** @json a/b`c */
  escaped: u8;
  /** @json 🦀%s{{x}}${y} */
  awkward: u8;
  /** @json __proto__ */
  prototype: u8;
}

/** a """ \ */
export type DocumentedState = Enum<
  u8,
  {
    /** a """ \ */
    a: 0;
    /** %s *\/ */
    b: 1;
    /** @json é */
    c: 2;
    /** {{x}} @deprecated no longer \ */
    d: 3;
  }
>;

/** %s ' \ */
export type DocumentedFlags = Flags<
  u8,
  {
    /** a """ \ */
    a: 1;
    /** {{x}} *\/ @json %s{{x}}${y} */
    b: 2;
  }
>;

/** {{x}} \ */
export type DocumentedBits = Bits<
  u16,
  {
    /** a """ \ */
    a: Bit<8>;
    /** *\/ */
    b: Bit<8>;
  }
>;

/** *\/ " \ */
export type DocumentedChoice = Tagged<
  u8,
  {
    /** a """ \ */
    a: Empty;
    /** // # -- ; *\/ */
    b: {
      /** deep " *\/ \ */
      c: u8;
    };
    /** @json c'c */
    c: Documented2;
  }
>;

/** \ */
export interface Documented2 {
  /** " */
  value: u8;
}

/** ends in a """ and a \ */
export type DocumentedBrand = Brand<"DocumentedBrand", u8>;
