//! Answers the peer protocol, one JSON object a line, with the SDK that it is built against.

mod generated;
mod json;
mod neutral;
mod protocol;

use std::io::{self, BufRead, BufReader, Write};

fn main() -> io::Result<()> {
    let mut input = BufReader::new(io::stdin().lock());
    let mut output = io::stdout().lock();
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        let mut answer = protocol::answer(&line);
        answer.push('\n');
        output.write_all(answer.as_bytes())?;
        // Many requests that are there already are answered together.
        if input.buffer().is_empty() {
            output.flush()?;
        }
        line.clear();
    }
    output.flush()
}
