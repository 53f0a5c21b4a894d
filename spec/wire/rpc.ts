import type { Be, Bytes, Const, Counted, Embedded, Enum, Flags, Layout, Limit, Open, Packed, Reserved, Rest, Sized, Tag, Tagged, Text, Timestamp, u16, u32, u64, u8 } from "meshwright/lang";

/** Stands before every call frame and every log record. In a call frame, the channel hash (u64) and then the body follow. */
export interface EventMeta extends Packed<24> {
  /** What the body is: 0x10 request, 0x11 response, 0x12 cancel, 0x14 stream grant, 0x15 request chunk, 0x16 request grant; in logs, what the log's owner says. */
  dispatch: u8;
  flags: Flags<u8, EventMetaFlag>;
  reserved: Reserved<2>;
  /** The sender, as in the packet's header. */
  originHash: u64;
  /** The call's id, which is random; in logs a sequence or a time. */
  seqOrTs: u64;
  /** Low half of an XXH3-64 in logs; 0 in call frames. */
  checksum: u32;
}

export interface EventMetaFlag {
  causal: 1;
  continuityProof: 2;
}

/** Asks a service for something; the body is the service's own. The reference ignores bytes after it; here they are refused. */
export interface RpcRequest extends Layout {
  service: Sized<u8, Limit<Text, 1, 255>>;
  /** The caller gives up then; 0 for never. */
  deadlineNs: Timestamp<"ns">;
  flags: Flags<u16, RpcFlag>;
  headers: Limit<Counted<u8, RpcHeader[]>, 0, 32>;
  /** At most 4 MiB. */
  body: Limit<Sized<u32, Bytes>, 0, 4194304>;
}

/** One more piece of what a caller streams to a service. */
export interface RpcRequestChunk extends Layout {
  callId: u64;
  flags: Flags<u16, RpcFlag>;
  headers: Limit<Counted<u8, RpcHeader[]>, 0, 32>;
  body: Limit<Sized<u32, Bytes>, 0, 4194304>;
}

/** What a service answers, or one piece of it. The call's id stands in the `EventMeta`. */
export interface RpcResponse extends Layout {
  status: RpcStatus;
  headers: Limit<Counted<u8, RpcHeader[]>, 0, 32>;
  /** The service's own if the status is `ok`, otherwise a text that says what went wrong. */
  body: Limit<Sized<u32, Bytes>, 0, 4194304>;
}

/** Lets a service send so many more pieces of its answer. Big-endian, unlike everything around it, as in the reference. */
export interface RpcStreamGrant extends Packed<4> {
  credits: Be<u32>;
}

/** Lets a caller send so many more pieces of its request. The credits are big-endian, as in the reference. */
export interface RpcRequestGrant extends Packed<12> {
  callId: u64;
  credits: Be<u32>;
}

export interface RpcFlag {
  /** The caller wants the answer in pieces. */
  streamingResponse: 0x0002;
  /** Hand the trace headers on to calls made for this one. */
  propagateTrace: 0x0004;
  /** The request comes in pieces. */
  clientStreamingRequest: 0x0010;
  /** The last piece of the request. */
  requestEnd: 0x0020;
}

/** A name and a value beside the body. Their order counts; a name may come twice. */
export interface RpcHeader {
  name: Sized<u8, Limit<Text, 1, 64>>;
  value: Limit<Sized<u16, Bytes>, 0, 4096>;
}

/** How a call ended. Numbers without a name here are the application's own. */
export type RpcStatus = Open<
  Enum<
    u16,
    {
      ok: 0;
      notFound: 1;
      unauthorized: 2;
      timeout: 3;
      backpressure: 4;
      cancelled: 5;
      internal: 6;
      /** The request was malformed, or of a version that the service does not speak. */
      unknownVersion: 7;
      capabilityDenied: 8;
      admissionDenied: 9;
      /** A typed service could not decode the request. */
      badRequest: 0x8000;
      /** A typed service's handler failed. */
      handlerError: 0x8001;
    }
  >
>;

/** What stands in every call frame after the dispatch byte, which is the tag: the rest of `EventMeta`, and the channel hash. */
interface RpcFrameHead {
  flags: Flags<u8, EventMetaFlag>;
  reserved: Reserved<2>;
  originHash: u64;
  callId: u64;
  checksum: Const<u32, 0>;
  /** Canonical hash of the channel: the service's requests, or the caller's replies. */
  channel: u64;
}

/** A whole call frame: `EventMeta`, the channel hash, and the body that the dispatch byte names. */
export type RpcFrame = Layout<
  Tagged<
    u8,
    {
      request: Tag<0x10, RpcRequestFrame>;
      response: RpcResponseFrame;
      /** From the caller; no body. */
      cancel: RpcEmptyFrame;
      /** Defined, and not sent: a response with the status `timeout` is. */
      deadlineExceeded: RpcEmptyFrame;
      streamGrant: RpcStreamGrantFrame;
      requestChunk: RpcRequestChunkFrame;
      requestGrant: RpcRequestGrantFrame;
    }
  >
>;

export interface RpcRequestFrame extends RpcFrameHead {
  body: Rest<Embedded<RpcRequest>>;
}

export interface RpcResponseFrame extends RpcFrameHead {
  body: Rest<Embedded<RpcResponse>>;
}

export interface RpcEmptyFrame extends RpcFrameHead {}

export interface RpcStreamGrantFrame extends RpcFrameHead {
  body: Embedded<RpcStreamGrant>;
}

export interface RpcRequestChunkFrame extends RpcFrameHead {
  body: Rest<Embedded<RpcRequestChunk>>;
}

export interface RpcRequestGrantFrame extends RpcFrameHead {
  body: Embedded<RpcRequestGrant>;
}

/** The body of a response with the status `admissionDenied`. */
export interface RpcAdmissionDenial extends Packed<1> {
  reason: AdmissionDenial;
}

export type AdmissionDenial = Enum<u8, { denied: 0; notSupported: 1; unavailable: 2 }>;
