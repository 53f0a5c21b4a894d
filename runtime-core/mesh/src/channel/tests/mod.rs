mod groups;
mod local;
mod members;
mod net;
mod refusals;
mod remote;
mod rings;
mod tokens;
