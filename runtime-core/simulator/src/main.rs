//! Runs worlds: the set that the tests run, others, or one of them with everything that happens in it.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    match cli::Options::parse() {
        Ok(Some(options)) => cli::run(&options),
        Ok(None) => {
            println!("{}", cli::HELP);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}\n\n{}", cli::HELP);
            ExitCode::from(2)
        }
    }
}
