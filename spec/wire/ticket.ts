import type { Compact, Const, Limit, SocketAddress, u32, u8 } from "meshwright/lang";
import type { EntityId } from "./identity.js";

/**
 * How to reach a node: what it prints, and what another one is given to connect. As text it is one line of Bech32m (BIP 350) with the
 * human-readable part `mw`, so that it begins with `mw1`, and a typo is noticed. It holds no secret: only members of the mesh can use it.
 */
export interface Ticket extends Compact {
  version: Const<u8, 1>;
  identity: EntityId;
  /** Number of the pre-shared key that the node opens sessions with. */
  meshId: u32;
  /** Where it may be found, the likeliest first. */
  addresses: Limit<SocketAddress[], 1, 16>;
}
