//! The pages of a record file, each with a checksum, so that what is read is what was written.
//!
//! SQLite believes what the disk gives it: one flipped bit in an index, and a report counts other meetings and says
//! nothing. So every page ends with eight bytes that SQLite leaves alone (`reserve`), and below SQLite, between it and
//! the disk, stands a thin layer of our own (in SQLite's words a VFS) that fills them in when a page is written
//! and compares them when it is read. A page that is not what was written ends the command ([`StoreError::Damaged`]).
//!
//! ```text
//! page n of a record file:   0 … size − 9          SQLite's
//!                            size − 8 … size − 1   XXH3-64 of what is before, seeded with n, little-endian
//! ```
//!
//! The number of the page is part of the checksum: a page in the place of another is noticed too, and so is what a
//! program wrote that does not know of checksums. A page of nothing but zeros is let pass: SQLite skips pages that
//! it has no use for when it makes a file longer.
//!
//! Whether the pages have checksums, and how long they are, the file says itself at its beginning: the size of a page
//! at byte 16, the reserved bytes of each at byte 20. A file that reserves another number is read and written
//! as SQLite alone would. The journal is not looked at: it holds pages with their checksums, so that whichever
//! program rolls it back, they are right again.
//!
//! A checksum keeps nobody from changing a file who means to; for that there is the chain of operations.

use std::ffi::{c_int, c_void};
use std::sync::OnceLock;

use rusqlite::{Connection, OpenFlags, ffi};
use twox_hash::XxHash3_64;

use super::place::as_file;
use super::{Result, StoreError, broken_page};

/// The bytes of each page that are not SQLite's.
const RESERVED: usize = 8;

/// What SQLite knows the layer by.
const NAME: &std::ffi::CStr = c"chibo-pages";

/// The byte that SQLite's locks are put on: the page it is in is neither read nor written.
const LOCK_BYTE: usize = 0x4000_0000;

/// Opens a file so that its pages are verified.
pub(super) fn open(path: &std::path::Path, flags: OpenFlags) -> Result<Connection> {
    register()?;
    Ok(Connection::open_with_flags_and_vfs(as_file(path), flags, NAME)?)
}

/// Opens a file that is there for reading, so that its pages are verified, as if nobody could write to it: SQLite
/// takes no lock, and looks for nothing beside it.
pub(super) fn open_unlocked(path: &std::path::Path) -> Result<Connection> {
    register()?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let name = format!("{}?immutable=1", address(&std::path::absolute(path).unwrap_or_default()));
    Ok(Connection::open_with_flags_and_vfs(name, flags, NAME)?)
}

/// A path as SQLite takes it with options behind it: `file:///C:/a%20b`, `file:////server/share/a`.
fn address(path: &std::path::Path) -> String {
    let path = if cfg!(windows) {
        path.to_string_lossy().replace('\\', "/").into_bytes()
    } else {
        path.as_os_str().as_encoded_bytes().to_owned()
    };
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/:._-".contains(&byte);
    let sign = |byte: &u8| match *byte {
        byte if plain(byte) => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    let root = if path.starts_with(b"/") { "file://" } else { "file:///" };
    path.iter().map(sign).fold(root.to_owned(), |address, sign| address + &sign)
}

/// Opens a file as chibo does, but bare: for programs of our own that write to a record file below chibo, such
/// as tests. What another program writes there has no right checksums and is refused.
pub fn by_hand(path: &std::path::Path) -> Result<Connection> {
    open(path, OpenFlags::default())
}

/// Makes the pages of a new file have checksums, before the first is written.
pub(super) fn reserve(connection: &Connection) -> Result<()> {
    ask_reserved(connection, RESERVED as c_int)?;
    if has_checksums(connection)? {
        Ok(())
    } else {
        Err(StoreError::Sqlite { detail: "no bytes are reserved".to_owned() })
    }
}

/// Whether the file says that its pages have checksums.
pub(super) fn has_checksums(connection: &Connection) -> Result<bool> {
    Ok(ask_reserved(connection, -1)? == RESERVED as c_int)
}

/// Whether some program is just writing to a file. Nothing is read from it, so that SQLite does not roll in what
/// lies beside it.
pub(super) fn is_being_written(path: &std::path::Path) -> Result<bool> {
    let connection = Connection::open_with_flags(as_file(path), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let mut is_locked = 0;
    // SAFETY: the method takes the file and a place for a number.
    with_file(&connection, |file, methods| unsafe {
        methods.xCheckReservedLock.map(|check| check(file, &mut is_locked))
    })?;
    Ok(is_locked != 0)
}

/// Does something to what lies beside a file under SQLite's lock for writing, after the file is safe on the disk, unless
/// another program has the lock. Nothing is read from it, so that nothing is rolled in.
pub(super) fn under_lock(
    path: &std::path::Path,
    work: impl FnOnce() -> std::io::Result<()>,
) -> Result<()> {
    let connection = Connection::open_with_flags(as_file(path), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // SAFETY: the methods take the file and a number; a lock is taken step by step, as SQLite does.
    with_file(&connection, |file, methods| unsafe {
        let (lock, sync, unlock) = (methods.xLock?, methods.xSync?, methods.xUnlock?);
        let mut code = lock(file, ffi::SQLITE_LOCK_SHARED);
        if code == ffi::SQLITE_OK {
            code = lock(file, ffi::SQLITE_LOCK_RESERVED);
        }
        if code == ffi::SQLITE_OK {
            code = sync(file, ffi::SQLITE_SYNC_FULL);
        }
        if code == ffi::SQLITE_OK && work().is_err() {
            code = ffi::SQLITE_IOERR_DELETE;
        }
        unlock(file, ffi::SQLITE_LOCK_NONE);
        Some(if code == ffi::SQLITE_BUSY { ffi::SQLITE_OK } else { code })
    })
}

/// The numbers of all pages that are not what was written, also of those that nothing refers to; `None` where
/// the pages have no checksums. The connection should be in a transaction, so that nobody writes meanwhile.
pub(super) fn broken(connection: &Connection) -> Result<Option<Vec<u32>>> {
    let pragma = |name: &str| -> Result<u32> {
        Ok(connection.pragma_query_value(None, name, |row| row.get(0))?)
    };
    let (count, size) = (pragma("page_count")?, pragma("page_size")? as usize);
    if !has_checksums(connection)? {
        return Ok(None);
    }
    let mut page = vec![0; size];
    let mut broken = Vec::new();
    for number in (1..=count).filter(|number| *number as usize != LOCK_BYTE / size + 1) {
        read_below(connection, &mut page, offset(number, size))?;
        if !holds(&page, number) {
            broken.push(number);
        }
    }
    Ok(Some(broken))
}

fn offset(number: u32, size: usize) -> i64 {
    (i64::from(number) - 1) * size as i64
}

/// The size of a page as the beginning of a file gives it, if the pages have checksums.
fn checked_size(start: &[u8]) -> Option<usize> {
    let (size, reserved) = (start.get(16..18)?, *start.get(20)?);
    let size = match u16::from_be_bytes([size[0], size[1]]) {
        1 => 1 << 16,
        size => usize::from(size),
    };
    let is_ours = start.starts_with(b"SQLite format 3\0") && usize::from(reserved) == RESERVED;
    (is_ours && size.is_power_of_two() && size >= 512).then_some(size)
}

fn checksum(content: &[u8], number: u32) -> [u8; RESERVED] {
    XxHash3_64::oneshot_with_seed(u64::from(number), content).to_le_bytes()
}

/// Whether a page is what was written.
fn holds(page: &[u8], number: u32) -> bool {
    let Some((content, sum)) = page.split_last_chunk::<RESERVED>() else { return false };
    *sum == checksum(content, number) || page.iter().all(|byte| *byte == 0)
}

/// What is known of the main file of a database.
#[derive(Default)]
struct Layout {
    /// The size of a page, if they have checksums.
    size: Option<usize>,
}

impl Layout {
    /// Learns from what is read or written at the beginning of the file.
    fn learn(&mut self, bytes: &[u8], offset: i64) {
        // Anything shorter is not the header, but something in it.
        if offset == 0 && bytes.len() >= 100 {
            self.size = checked_size(bytes);
        }
    }

    /// The number of the page, if these are the bytes of a whole one that has a checksum.
    fn number(&self, bytes: &[u8], offset: i64) -> Option<u32> {
        let size = self.size.filter(|size| *size == bytes.len())?;
        let at = usize::try_from(offset).ok()?;
        at.is_multiple_of(size).then_some(u32::try_from(at / size + 1).ok()?)
    }

    /// Whether these bytes, just read, are what was written.
    fn verify(&mut self, bytes: &[u8], offset: i64) -> bool {
        self.learn(bytes, offset);
        match self.number(bytes, offset) {
            Some(number) if !holds(bytes, number) => {
                broken_page::note(number);
                false
            }
            Some(_) | None => true,
        }
    }

    /// Gives bytes that are about to be written their checksum.
    fn complete(&mut self, bytes: &mut [u8], offset: i64) {
        self.learn(bytes, offset);
        if let Some(number) = self.number(bytes, offset)
            && let Some((content, sum)) = bytes.split_last_chunk_mut::<RESERVED>()
        {
            *sum = checksum(content, number);
        }
    }
}

/// The layer as it is registered: what SQLite calls, and what it stands on.
#[repr(C)]
struct Layer {
    own: ffi::sqlite3_vfs,
    below: *mut ffi::sqlite3_vfs,
}

/// An open main file of a database. SQLite gives the room for it; the file below has the room right behind it.
#[repr(C)]
struct PageFile {
    own: ffi::sqlite3_file,
    layout: Layout,
}

/// Makes SQLite know the layer, once.
fn register() -> Result<()> {
    static REGISTERED: OnceLock<c_int> = OnceLock::new();
    let code = *REGISTERED.get_or_init(|| {
        // SAFETY: SQLite initialises itself, and gives its default VFS, which is never taken away, or null.
        let below = unsafe { ffi::sqlite3_vfs_find(std::ptr::null()) };
        // SAFETY: not null is a whole `sqlite3_vfs`; its fields are plain values.
        let Some(mut own) = unsafe { below.as_ref() }.copied() else { return ffi::SQLITE_ERROR };
        // Everything but opening is the default's affair. Its functions look only at fields of the VFS that
        // are copied here.
        own.szOsFile += size_of::<PageFile>() as c_int;
        own.zName = NAME.as_ptr();
        own.pNext = std::ptr::null_mut();
        own.xOpen = Some(open_file);
        let layer: &'static mut Layer = Box::leak(Box::new(Layer { own, below }));
        // SAFETY: `layer` begins with a `sqlite3_vfs` and lives as long as the program; only SQLite has it.
        unsafe { ffi::sqlite3_vfs_register(std::ptr::from_mut(layer).cast(), 0) }
    });
    match code {
        ffi::SQLITE_OK => Ok(()),
        code => Err(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None).into()),
    }
}

unsafe extern "C" fn open_file(
    vfs: *mut ffi::sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    flags_out: *mut c_int,
) -> c_int {
    // SAFETY: SQLite calls this only with the VFS it was registered with, which is the beginning of a `Layer`.
    let below = unsafe { (*vfs.cast::<Layer>()).below };
    // SAFETY: the VFS below is the default one, which stays.
    let Some(open) = (unsafe { (*below).xOpen }) else { return ffi::SQLITE_CANTOPEN };
    if flags & ffi::SQLITE_OPEN_MAIN_DB == 0 {
        // SAFETY: journals and the like are files of the VFS below; the room is more than it asks for.
        return unsafe { open(below, name, file, flags, flags_out) };
    }
    // SAFETY: SQLite gives `szOsFile` bytes, aligned for any of its objects: room for a `PageFile` and behind it,
    // at a multiple of eight bytes, for a file of the VFS below. Both are written before they are read. SQLite
    // closes a file that has methods, opened or not: ours has them exactly if the one below has.
    unsafe {
        let under = file_below(file);
        (*under).pMethods = std::ptr::null();
        let code = open(below, name, under, flags, flags_out);
        let mut own = ffi::sqlite3_file { pMethods: std::ptr::null() };
        if !(*under).pMethods.is_null() {
            own.pMethods = &METHODS;
        }
        file.cast::<PageFile>().write(PageFile { own, layout: Layout::default() });
        code
    }
}

/// Where the file below one of ours is.
fn file_below(file: *mut ffi::sqlite3_file) -> *mut ffi::sqlite3_file {
    const { assert!(size_of::<PageFile>().is_multiple_of(8)) };
    file.cast::<PageFile>().wrapping_add(1).cast()
}

/// Functions that hand a call on to the file below.
macro_rules! handed_on {
    ($($name:ident: $method:ident($($arg:ident: $type:ty),*);)*) => {$(
        unsafe extern "C" fn $name(file: *mut ffi::sqlite3_file $(, $arg: $type)*) -> c_int {
            let below = file_below(file);
            // SAFETY: SQLite calls this with a file that `open_file` opened, and so the one below is open, and
            // with the arguments that the same function there takes.
            unsafe {
                match (*(*below).pMethods).$method {
                    Some(method) => method(below $(, $arg)*),
                    None => ffi::SQLITE_IOERR,
                }
            }
        }
    )*};
}

handed_on! {
    close: xClose();
    read_file: xRead(buffer: *mut c_void, amount: c_int, offset: ffi::sqlite3_int64);
    write_file: xWrite(buffer: *const c_void, amount: c_int, offset: ffi::sqlite3_int64);
    truncate: xTruncate(size: ffi::sqlite3_int64);
    sync: xSync(flags: c_int);
    file_size: xFileSize(size: *mut ffi::sqlite3_int64);
    lock: xLock(level: c_int);
    unlock: xUnlock(level: c_int);
    check_reserved_lock: xCheckReservedLock(is_locked: *mut c_int);
    file_control: xFileControl(operation: c_int, argument: *mut c_void);
    sector_size: xSectorSize();
    all_characteristics: xDeviceCharacteristics();
}

/// Of the first version: without a write-ahead log or mapped memory, past which pages would be read.
static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 1,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(characteristics),
    xShmMap: None,
    xShmLock: None,
    xShmBarrier: None,
    xShmUnmap: None,
    xFetch: None,
    xUnfetch: None,
};

unsafe extern "C" fn read(
    file: *mut ffi::sqlite3_file,
    buffer: *mut c_void,
    amount: c_int,
    offset: ffi::sqlite3_int64,
) -> c_int {
    // SAFETY: as SQLite called.
    let code = unsafe { read_file(file, buffer, amount, offset) };
    // What the file is too short for was filled with zeros.
    if !matches!(code, ffi::SQLITE_OK | ffi::SQLITE_IOERR_SHORT_READ) {
        return code;
    }
    // SAFETY: the file is one of ours, used by one thread at a time; the buffer is `amount` bytes long, and
    // they have just been filled.
    let (layout, bytes) = unsafe {
        let bytes = std::slice::from_raw_parts(buffer.cast::<u8>(), amount.max(0) as usize);
        (&mut (*file.cast::<PageFile>()).layout, bytes)
    };
    if layout.verify(bytes, offset) { code } else { ffi::SQLITE_IOERR_DATA }
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    buffer: *const c_void,
    amount: c_int,
    offset: ffi::sqlite3_int64,
) -> c_int {
    // The checksum goes into SQLite's own page, not into a copy of it: if the page is changed again, SQLite puts
    // what it holds of it into the journal, from which another program may bring it back.
    //
    // SAFETY: the file is one of ours, used by one thread at a time. What is written to a main file is a page
    // of SQLite's cache or of its scratch space, `amount` bytes that are SQLite's to change, and it does not
    // look at them while it waits for this. The last bytes of a page are reserved for us.
    let (layout, bytes) = unsafe {
        let bytes = buffer.cast_mut().cast::<u8>();
        let bytes = std::slice::from_raw_parts_mut(bytes, amount.max(0) as usize);
        (&mut (*file.cast::<PageFile>()).layout, bytes)
    };
    layout.complete(bytes, offset);
    // SAFETY: as SQLite called.
    unsafe { write_file(file, buffer, amount, offset) }
}

unsafe extern "C" fn characteristics(file: *mut ffi::sqlite3_file) -> c_int {
    // Else SQLite would read parts of pages, which nobody could verify.
    // SAFETY: as SQLite called.
    unsafe { all_characteristics(file) & !ffi::SQLITE_IOCAP_SUBPAGE_READ }
}

/// How many bytes of each page are reserved; a number that is not negative asks for that many in a new file.
fn ask_reserved(connection: &Connection, mut bytes: c_int) -> Result<c_int> {
    control(connection, ffi::SQLITE_FCNTL_RESERVE_BYTES, &mut bytes)?;
    Ok(bytes)
}

/// Reads from the main file as SQLite would, with the same handle: on Unix, closing another would let go of
/// SQLite's locks.
fn read_below(connection: &Connection, bytes: &mut [u8], offset: i64) -> Result<()> {
    // SAFETY: the buffer is as long as is said.
    with_file(connection, |file, methods| unsafe {
        let length = bytes.len() as c_int;
        methods.xRead.map(|read| match read(file, bytes.as_mut_ptr().cast(), length, offset) {
            // Whether the bytes hold is for the caller to find out.
            ffi::SQLITE_IOERR_SHORT_READ | ffi::SQLITE_IOERR_DATA => ffi::SQLITE_OK,
            code => code,
        })
    })
}

/// Does something with the main file and a method of its VFS, which gives a code.
fn with_file(
    connection: &Connection,
    work: impl FnOnce(*mut ffi::sqlite3_file, &ffi::sqlite3_io_methods) -> Option<c_int>,
) -> Result<()> {
    let mut file: *mut ffi::sqlite3_file = std::ptr::null_mut();
    control(connection, ffi::SQLITE_FCNTL_FILE_POINTER, &mut file)?;
    // SAFETY: SQLite has given its file, which the borrowed connection keeps open, with the methods of its VFS, or
    // with none if the database is in memory.
    let methods = unsafe { file.as_ref().and_then(|file| file.pMethods.as_ref()) };
    match methods.and_then(|methods| work(file, methods)).unwrap_or(ffi::SQLITE_IOERR) {
        ffi::SQLITE_OK => Ok(()),
        code => Err(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None).into()),
    }
}

/// Asks SQLite something about the main file. `T` is what this operation takes.
fn control<T>(connection: &Connection, operation: c_int, argument: &mut T) -> Result<()> {
    let argument: *mut T = argument;
    // SAFETY: the connection is open, and the two operations of this module take a number and a pointer, as their
    // callers give them; neither is kept.
    let code = unsafe {
        let handle = connection.handle();
        ffi::sqlite3_file_control(handle, c"main".as_ptr(), operation, argument.cast())
    };
    match code {
        ffi::SQLITE_OK => Ok(()),
        code => Err(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None).into()),
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::*;

    const SIZE: usize = 4096;

    /// A file with an index and with texts that fill pages of their own.
    fn file(folder: &tempfile::TempDir) -> PathBuf {
        let path = folder.path().join("a.db");
        let connection = by_hand(&path).unwrap();
        reserve(&connection).unwrap();
        connection
            .execute_batch(
                "CREATE TABLE note (id INTEGER PRIMARY KEY, code TEXT, text TEXT);
                 CREATE INDEX by_code ON note (code);
                 WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
                 INSERT INTO note SELECT i, 'C' || i, hex(zeroblob(i % 6 * 900)) FROM n;",
            )
            .unwrap();
        path
    }

    fn everything(connection: &Connection) -> Result<(i64, i64)> {
        let sql = "SELECT count(*), sum(length(text)) FROM note";
        Ok(connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// What a program says that does not know of checksums.
    fn broken_pages(path: &Path) -> Option<Vec<u32>> {
        let connection = Connection::open(path).unwrap();
        let tx = connection.unchecked_transaction().unwrap();
        broken(&tx).unwrap()
    }

    fn refusal(path: &Path) -> String {
        match by_hand(path).and_then(|connection| everything(&connection)) {
            Err(StoreError::Damaged { detail }) => detail,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_page_of_a_new_file_has_its_checksum_and_any_sqlite_reads_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(&folder);
        assert_eq!(broken_pages(&path), Some(vec![]));
        let bytes = std::fs::read(&path).unwrap();
        assert_eq!(bytes[20], 8);
        for (number, page) in (1..).zip(bytes.chunks(SIZE)) {
            assert_eq!(page[SIZE - 8..], checksum(&page[..SIZE - 8], number), "page {number}");
        }
        let plain = Connection::open(&path).unwrap();
        assert_eq!(everything(&plain).unwrap(), everything(&by_hand(&path).unwrap()).unwrap());
    }

    #[test]
    fn the_checksum_is_the_one_of_the_published_algorithm() {
        // Computed by the reference program: other versions of chibo and other programs find the same.
        assert_eq!(checksum(b"", 0), 0x2d06_8005_38d3_94c2_u64.to_le_bytes());
        assert_ne!(checksum(b"x", 1), checksum(b"x", 2));
    }

    #[test]
    fn a_flipped_bit_anywhere_in_a_page_is_found_also_in_those_that_hold_only_text() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(&folder);
        let whole = std::fs::read(&path).unwrap();
        let pages = whole.len() / SIZE;
        for number in 2..=pages {
            for place in [7, 2000, 4095] {
                let mut bytes = whole.clone();
                bytes[(number - 1) * SIZE + place] ^= 1 << (place % 8);
                std::fs::write(&path, bytes).unwrap();
                assert_eq!(broken_pages(&path), Some(vec![number as u32]));
                let connection = by_hand(&path).unwrap();
                // SQLite's own check tells of what it cannot read and goes on.
                assert_ne!(checked_by_sqlite(&connection).unwrap(), "ok", "{number}");
                assert_eq!(broken_page::last(), broken_page::said(number as u32));
            }
        }
    }

    /// Reads every page that something refers to.
    fn checked_by_sqlite(connection: &Connection) -> Result<String> {
        Ok(connection.query_row("PRAGMA integrity_check", [], |row| row.get(0))?)
    }

    #[test]
    fn pages_in_the_place_of_others_are_found() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(&folder);
        let mut bytes = std::fs::read(&path).unwrap();
        let (one, other) = bytes[SIZE..].split_at_mut(SIZE);
        one.swap_with_slice(&mut other[..SIZE]);
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(broken_pages(&path), Some(vec![2, 3]));
        assert!(refusal(&path).ends_with("is not what was written"));
    }

    #[test]
    fn what_another_program_wrote_is_found() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(&folder);
        let plain = Connection::open(&path).unwrap();
        plain.execute("UPDATE note SET code = 'C0' WHERE id = 59", []).unwrap();
        assert!(broken_pages(&path).unwrap().starts_with(&[1]));
        assert_eq!(refusal(&path), broken_page::said(1));
    }

    #[test]
    fn a_file_that_reserves_nothing_is_read_and_written_as_by_sqlite_alone() {
        let folder = tempfile::tempdir().unwrap();
        let paths = ["plain.db", "ours.db"].map(|name| folder.path().join(name));
        let plain = Connection::open(&paths[0]).unwrap();
        let ours = by_hand(&paths[1]).unwrap();
        for connection in [&plain, &ours] {
            let sql = "CREATE TABLE t (x); INSERT INTO t VALUES (zeroblob(9000)), ('x');";
            connection.execute_batch(sql).unwrap();
        }
        assert!(!has_checksums(&ours).unwrap());
        assert_eq!(broken(&ours).unwrap(), None);
        let [plain, ours] = paths.map(|path| std::fs::read(path).unwrap());
        assert!(plain == ours);
        assert!(broken(&Connection::open_in_memory().unwrap()).unwrap().is_none());
    }

    #[test]
    fn a_journal_brings_pages_back_with_their_checksums_whichever_program_reads_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(&folder);
        let writing = by_hand(&path).unwrap();
        // What is changed a second time was written by this connection, and not read again since.
        let double = "UPDATE note SET text = text || text || 'x', code = code || 'x';";
        writing.execute_batch(double).unwrap();
        let before = everything(&writing).unwrap();
        writing.execute_batch("PRAGMA cache_size = 1; BEGIN IMMEDIATE;").unwrap();
        writing.execute_batch(&double.repeat(2)).unwrap();
        let journal = folder.path().join("a.db-journal");
        let (half, left) = (std::fs::read(&path).unwrap(), std::fs::read(journal).unwrap());
        type Open = fn(&Path) -> Connection;
        let programs: [Open; 2] =
            [|path| Connection::open(path).unwrap(), |path| by_hand(path).unwrap()];
        for (program, open) in programs.iter().enumerate() {
            let copy = folder.path().join(format!("{program}.db"));
            std::fs::write(&copy, &half).unwrap();
            std::fs::write(folder.path().join(format!("{program}.db-journal")), &left).unwrap();
            assert_eq!(everything(&open(&copy)).unwrap(), before);
            assert_eq!(broken_pages(&copy), Some(vec![]), "rolled back by {program}");
            assert_eq!(everything(&by_hand(&copy).unwrap()).unwrap(), before);
        }
        writing.execute_batch("ROLLBACK").unwrap();
        assert_eq!(broken_pages(&path), Some(vec![]));
    }

    #[test]
    fn a_file_stays_whole_when_it_shrinks_and_grows_and_is_built_anew() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(&folder);
        let connection = by_hand(&path).unwrap();
        for sql in [
            "PRAGMA secure_delete = ON; DELETE FROM note WHERE id % 3 > 0",
            "INSERT INTO note (code, text) SELECT code || 'y', hex(text) FROM note",
            "PRAGMA journal_mode = TRUNCATE; PRAGMA locking_mode = EXCLUSIVE; VACUUM",
            "DROP INDEX by_code; PRAGMA secure_delete = OFF; DELETE FROM note WHERE id > 9",
            "CREATE INDEX by_text ON note (text)",
            "PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = DELETE; VACUUM",
        ] {
            connection.execute_batch(sql).unwrap();
            assert_eq!(broken(&connection).unwrap(), Some(vec![]), "{sql}");
            connection.execute_batch("PRAGMA shrink_memory").unwrap();
            assert_eq!(checked_by_sqlite(&connection).unwrap(), "ok", "{sql}");
        }
    }

    #[test]
    fn a_copy_by_way_of_sqlite_has_the_same_pages_and_a_broken_one_is_not_copied() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(&folder);
        let copy = |to: &Path| -> Result<()> {
            let mut target = by_hand(to)?;
            let source = by_hand(&path)?;
            let backup = rusqlite::backup::Backup::new(&source, &mut target)?;
            backup.step(-1)?;
            Ok(())
        };
        let good = folder.path().join("good.db");
        copy(&good).unwrap();
        assert_eq!(broken_pages(&good), Some(vec![]));
        let (one, other) = (std::fs::read(&path).unwrap(), std::fs::read(&good).unwrap());
        // SQLite counts the change of the copy on its first page.
        assert!(one.len() == other.len() && one[SIZE..] == other[SIZE..]);
        let mut spoilt = one;
        spoilt[SIZE * 5 + 9] ^= 1;
        std::fs::write(&path, spoilt).unwrap();
        let copied = copy(&folder.path().join("bad.db"));
        assert!(
            matches!(copied, Err(StoreError::Damaged { detail }) if detail == broken_page::said(6))
        );
    }

    #[test]
    fn the_beginning_of_a_file_says_whether_its_pages_have_checksums() {
        let header = |size: [u8; 2], reserved: u8| {
            let mut start = b"SQLite format 3\0".to_vec();
            start.extend(size);
            start.extend([1, 1, reserved]);
            checked_size(&start)
        };
        assert_eq!(header([16, 0], 8), Some(4096));
        assert_eq!(header([0, 1], 8), Some(65536));
        for (size, reserved) in
            [([16, 0], 0), ([16, 0], 9), ([16, 1], 8), ([0, 16], 8), ([0, 0], 8)]
        {
            assert_eq!(header(size, reserved), None);
        }
        assert_eq!(checked_size(b"SQLite format 3\0"), None);
        assert_eq!(checked_size(&[0; 100]), None);
    }

    #[test]
    fn only_whole_pages_are_judged() {
        let layout = Layout { size: Some(SIZE) };
        assert_eq!(layout.number(&[0; SIZE], 0), Some(1));
        assert_eq!(layout.number(&[0; SIZE], 5 << 32), Some((5 << 20) + 1));
        assert_eq!(layout.number(&[0; SIZE], 512), None);
        assert_eq!(layout.number(&[0; 100], 0), None);
        assert_eq!(layout.number(&[0; SIZE], -4096), None);
        assert_eq!(Layout::default().number(&[0; SIZE], 0), None);
        assert!(holds(&[0; SIZE], 7) && !holds(&[1; SIZE], 7));
    }
}
