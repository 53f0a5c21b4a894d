#include <meshwright/messages.h>

int main(void) {
  mw_packet_header_t header;
  return mw_packet_header_decode(NULL, 0, NULL, &header, NULL) == MW_REFUSED ? 0 : 1;
}
