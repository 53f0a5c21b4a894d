//! Named channels: who subscribes to what, and where events go. A state machine; no sockets or tasks inside.
