#ifndef MESHWRIGHT_HEX_H
#define MESHWRIGHT_HEX_H

/** 0 to 15 for a digit in either case, -1 for none. */
static inline int mw_hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
}

#endif
