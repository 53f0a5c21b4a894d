import type { Duration, Layout, SocketAddress } from "meshwright/lang";

export interface Message extends Layout {
  elapsed: Duration;
  peer: SocketAddress;
}
