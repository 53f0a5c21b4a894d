import type { Compact, Json, Layout, Nullable, Sized, Text, u16, u8 } from "meshwright/lang";

/** 20 structures inside one another. */
export interface Deep1 {
  level: u8;
  down: Deep2;
}
export interface Deep2 {
  level: u8;
  down: Deep3;
}
export interface Deep3 {
  level: u8;
  down: Deep4;
}
export interface Deep4 {
  level: u8;
  down: Deep5;
}
export interface Deep5 {
  level: u8;
  down: Deep6;
}
export interface Deep6 {
  level: u8;
  down: Deep7;
}
export interface Deep7 {
  level: u8;
  down: Deep8;
}
export interface Deep8 {
  level: u8;
  down: Deep9;
}
export interface Deep9 {
  level: u8;
  down: Deep10;
}
export interface Deep10 {
  level: u8;
  down: Deep11;
}
export interface Deep11 {
  level: u8;
  down: Deep12;
}
export interface Deep12 {
  level: u8;
  down: Deep13;
}
export interface Deep13 {
  level: u8;
  down: Deep14;
}
export interface Deep14 {
  level: u8;
  down: Deep15;
}
export interface Deep15 {
  level: u8;
  down: Deep16;
}
export interface Deep16 {
  level: u8;
  down: Deep17;
}
export interface Deep17 {
  level: u8;
  down: Deep18;
}
export interface Deep18 {
  level: u8;
  down: Deep19;
}
export interface Deep19 {
  level: u8;
  down: Deep20;
}
export interface Deep20 {
  level: u8;
  down: Bottom;
}
export interface Bottom {
  value: u16;
}

export interface DeepLayout extends Layout {
  down: Deep1;
}
export interface DeepCompact extends Compact {
  down: Deep1;
}
export interface DeepJson extends Json {
  down: Deep1;
}

/** 20 windows inside one another, each with room for the next. */
export interface Window1 {
  level: u8;
  down: Sized<u16, Window2>;
}
export interface Window2 {
  level: u8;
  down: Sized<u16, Window3>;
}
export interface Window3 {
  level: u8;
  down: Sized<u16, Window4>;
}
export interface Window4 {
  level: u8;
  down: Sized<u16, Window5>;
}
export interface Window5 {
  level: u8;
  down: Sized<u16, Window6>;
}
export interface Window6 {
  level: u8;
  down: Sized<u16, Window7>;
}
export interface Window7 {
  level: u8;
  down: Sized<u16, Window8>;
}
export interface Window8 {
  level: u8;
  down: Sized<u16, Window9>;
}
export interface Window9 {
  level: u8;
  down: Sized<u16, Window10>;
}
export interface Window10 {
  level: u8;
  down: Sized<u16, Window11>;
}
export interface Window11 {
  level: u8;
  down: Sized<u16, Window12>;
}
export interface Window12 {
  level: u8;
  down: Sized<u16, Window13>;
}
export interface Window13 {
  level: u8;
  down: Sized<u16, Window14>;
}
export interface Window14 {
  level: u8;
  down: Sized<u16, Window15>;
}
export interface Window15 {
  level: u8;
  down: Sized<u16, Window16>;
}
export interface Window16 {
  level: u8;
  down: Sized<u16, Window17>;
}
export interface Window17 {
  level: u8;
  down: Sized<u16, Window18>;
}
export interface Window18 {
  level: u8;
  down: Sized<u16, Window19>;
}
export interface Window19 {
  level: u8;
  down: Sized<u16, Window20>;
}
export interface Window20 {
  level: u8;
  down: Sized<u16, Text>;
}

export interface WindowsLayout extends Layout {
  down: Sized<u16, Window1>;
}

/** 20 structures, each written in place. */
export interface InPlace extends Compact {
  down: {
    down: {
      down: {
        down: {
          down: {
            down: {
              down: {
                down: {
                  down: {
                    down: {
                      down: {
                        down: {
                          down: {
                            down: {
                              down: {
                                down: {
                                  down: {
                                    down: {
                                      down: {
                                        down: {
                                          value: Nullable<u8>;
                                        };
                                      };
                                    };
                                  };
                                };
                              };
                            };
                          };
                        };
                      };
                    };
                  };
                };
              };
            };
          };
        };
      };
    };
  };
}
