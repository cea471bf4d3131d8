//! The inboxes under test, and how to open them.

use std::{
    fmt,
    sync::{Arc, OnceLock},
};

use weixin_api::{BoxFuture, Clock};
use weixin_store::inbox::{Codec, Inbox, MemoryInbox};

type Open = dyn Fn(Arc<dyn Clock>, Codec) -> Arc<dyn Inbox> + Send + Sync;
type Dump = dyn Fn() -> BoxFuture<'static, Vec<u8>> + Send + Sync;

/// The data of one test in one engine. Any number of inboxes can be opened on it.
pub struct InboxEngine {
    open: Box<Open>,
    dump: Option<Box<Dump>>,
    /// The directory with the data, removed after the test.
    _guard: Option<tempfile::TempDir>,
}

impl InboxEngine {
    /// Data that this function opens: with a clock, and with the codec that writes items.
    pub fn new(
        open: impl Fn(Arc<dyn Clock>, Codec) -> Arc<dyn Inbox> + Send + Sync + 'static,
    ) -> Self {
        Self { open: Box::new(open), dump: None, _guard: None }
    }

    /// Data in the memory of this process: every open returns the same inbox.
    pub fn memory() -> Self {
        let inbox: OnceLock<Arc<dyn Inbox>> = OnceLock::new();
        Self::new(move |clock, _| inbox.get_or_init(|| Arc::new(MemoryInbox::new(clock))).clone())
    }

    /// Sets how to read everything that the database has stored, in any form.
    #[must_use]
    pub fn with_dump(
        mut self,
        dump: impl Fn() -> BoxFuture<'static, Vec<u8>> + Send + Sync + 'static,
    ) -> Self {
        self.dump = Some(Box::new(dump));
        self
    }

    /// Keeps a directory until the test is over.
    #[must_use]
    pub fn with_guard(mut self, guard: tempfile::TempDir) -> Self {
        self._guard = Some(guard);
        self
    }

    /// Opens an inbox on the data. All inboxes of one test have to use the same clock.
    pub fn open(&self, clock: Arc<dyn Clock>) -> Arc<dyn Inbox> {
        (self.open)(clock, Codec::new())
    }

    /// Opens an inbox that reads and writes with this codec.
    pub fn open_with(&self, clock: Arc<dyn Clock>, codec: Codec) -> Arc<dyn Inbox> {
        (self.open)(clock, codec)
    }

    /// Everything that the database has stored, in any form. `None` if that cannot be read.
    pub async fn dump(&self) -> Option<Vec<u8>> {
        Some(self.dump.as_ref()?().await)
    }
}

impl fmt::Debug for InboxEngine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InboxEngine")
    }
}
