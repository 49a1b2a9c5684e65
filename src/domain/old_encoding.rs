//! How text was encoded before Unicode.

use super::keyword;

keyword! {
    /// An encoding of Vietnamese that is still met in files.
    OldEncoding { Tcvn3 = "tcvn3", Vni = "vni", Windows1258 = "windows-1258" }
}
