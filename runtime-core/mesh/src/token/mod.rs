//! Permission tokens: who may publish and subscribe. Plain functions and tables; no sockets or tasks inside.
