import type { Bytes, Const, Flags, Packed, Reserved, f32, f64, i32, i64, u16, u32, u64, u8 } from "meshwright/lang";

/** Small and fixed: the layout of this project's own packet header. */
export interface PacketHeader extends Packed<64> {
  magic: Const<u16, 0x574d>;
  version: Const<u8, 1>;
  flags: Flags<u8, { reliable: 1; fragment: 2; fin: 4 }>;
  subprotocol: u16;
  priority: u8;
  reserved: Reserved<1>;
  sessionId: u64;
  counter: u64;
  streamId: u64;
  sequence: u64;
  origin: u64;
  channel: u64;
  subnet: u32;
  payloadLength: u16;
  eventCount: u16;
}

/** Large and fixed: what a machine says of itself every second, 65 fields of all widths. */
export interface MachineReport extends Packed<512> {
  machine: Bytes<32>;
  image: Bytes<32>;
  rack: Bytes<32>;
  signer: Bytes<32>;
  boot: Bytes<16>;
  report: Bytes<16>;

  takenAt: u64;
  uptime: u64;
  memoryTotal: u64;
  memoryFree: u64;
  memoryCached: u64;
  memoryDirty: u64;
  swapTotal: u64;
  swapFree: u64;
  diskRead: u64;
  diskWritten: u64;
  diskReads: u64;
  diskWrites: u64;
  netReceived: u64;
  netSent: u64;
  netPacketsIn: u64;
  netPacketsOut: u64;
  interrupts: u64;
  contextSwitches: u64;
  clockOffset: i64;
  clockDrift: i64;

  cpuUser: f64;
  cpuSystem: f64;
  cpuIdle: f64;
  cpuWait: f64;
  load1: f64;
  load5: f64;
  load15: f64;
  pressureCpu: f64;
  pressureMemory: f64;
  pressureDisk: f64;
  latencyMean: f64;
  latencyP50: f64;
  latencyP90: f64;
  latencyP99: f64;
  latencyMax: f64;
  latencyDeviation: f64;

  processes: u32;
  threads: u32;
  openFiles: u32;
  openSockets: u32;
  errorsIn: u32;
  errorsOut: u32;
  altitude: i32;
  balance: i32;
  celsius: f32;
  celsiusMax: f32;
  volts: f32;
  amperes: f32;

  fan1: u16;
  fan2: u16;
  fan3: u16;
  frequency: u16;
  region: u16;

  cores: u8;
  sockets: u8;
  disks: u8;
  interfaces: u8;
  state: u8;
  alarm: u8;
}
