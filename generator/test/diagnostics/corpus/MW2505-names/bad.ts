import type { Enum, Field, Proto, Service, u32 } from "meshwright/lang";

export interface Message extends Proto {
  fooBar: Field<1, u32>;
  foo_bar: Field<2, u32>;
  job: Field<3, Job>;
  state: Field<4, JobState>;
}

export type Job = Enum<u32, { stateIdle: 1 }>;
export type JobState = Enum<u32, { idle: 1 }>;

export interface Jobs extends Service<"jobs"> {
  start(request: Message): Message;
  Start(request: Message): Message;
}
