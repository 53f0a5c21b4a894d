#include <meshwright/socket_address.h>

#include "check.h"

/** `expected` is NULL for what is no address. */
static void check_address(const char *text, const char *expected) {
  mw_socket_address_t address;
  const bool parsed = mw_parse_socket_address(text, strlen(text), &address);
  CHECK(parsed == (expected != NULL));
  if (!parsed || expected == NULL) return;
  char canonical[MW_SOCKET_ADDRESS_TEXT_CAPACITY];
  CHECK(mw_format_socket_address(&address, canonical) == strlen(canonical));
  CHECK_TEXT(canonical, expected);
}

int main(void) {
  static const char *const canonical[] = {"1.2.3.4:80",
                                          "0.0.0.0:0",
                                          "[::]:1",
                                          "[::1]:65535",
                                          "[2001:db8::1:0:0:1]:1",
                                          "[1:0:2::]:1",
                                          "[::ffff:1.2.3.4]:1",
                                          "[1:2:3:4:5:6:7:8]:1",
                                          "[0:1:2:3:4:5:6:7]:1",
                                          "[fe80::a]:443"};
  static const char *const bad[] = {"",
                                    "1.2.3:80",
                                    "1.2.3.256:80",
                                    "1.2.3.4:",
                                    "1.2.3.4:65536",
                                    "1.2.3.4",
                                    "[::1]",
                                    "::1:80",
                                    "[1::2::3]:1",
                                    "[12345::]:1",
                                    "[:1:2:3:4:5:6:7]:1",
                                    "[1.2.3.4]:1",
                                    "[::%eth0]:1",
                                    "[1:2:3:4:5:6:7::8:9]:1",
                                    "1.2.3.4:+8",
                                    "a.b.c.d:1",
                                    "[::1.2.3.4:1]:1",
                                    "[1.2.3.4::]:1"};
  for (size_t i = 0; i < sizeof canonical / sizeof *canonical; i++)
    check_address(canonical[i], canonical[i]);
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    check_address(bad[i], NULL);
  check_address("[2001:DB8:0:0:0:0:0:1]:080", "[2001:db8::1]:80");
  check_address("[0:0:0:0:0:ffff:102:304]:1", "[::ffff:1.2.3.4]:1");
  check_address("01.2.3.4:1", "1.2.3.4:1");
  return CHECK_RESULT();
}
