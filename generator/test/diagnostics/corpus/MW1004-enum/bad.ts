export enum Role {
  leader = 0,
  replica = 1,
}
