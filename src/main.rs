//! The program `chibo`. Everything is in the library; the map is in `lib.rs`.

fn main() -> std::process::ExitCode {
    chibo::cli::run().into()
}
