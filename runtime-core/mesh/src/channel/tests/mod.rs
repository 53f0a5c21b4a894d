mod local;
mod rings;
