//! Group commit: what waits is written in one transaction.

use std::{
    collections::VecDeque,
    future::{Future, poll_fn},
    path::PathBuf,
    pin::{Pin, pin},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicI64, AtomicU64},
    },
    task::{Context, Poll},
};

use sqlx::Pool;
use tokio::{
    runtime::Handle,
    sync::{OnceCell, oneshot},
};
use weixin_api::Clock;
use weixin_store::{Error, ErrorKind, inbox::Codec};

use super::{
    batch,
    request::{Answer, Job, Outcome, Request},
};
use crate::{
    engine::Engine,
    errors::{self, is_about_data, is_conflict},
};

/// A transaction contains about this many bytes at most, or one request.
const BATCH_BYTES: usize = 8 << 20;

/// How often a transaction is repeated that the database has rolled back in favour of another one.
const CONFLICT_ATTEMPTS: u32 = 5;

/// What an inbox consists of.
pub(super) struct Core<E: Engine> {
    pub(super) settings: Settings<E>,
    pub(super) tables: OnceCell<()>,
    queue: Mutex<Queue>,
    /// Before this time, in milliseconds, nothing is known to expire.
    pub(super) next_removal: AtomicI64,
    /// How many transactions have been committed.
    pub(super) transactions: AtomicU64,
}

pub(super) struct Settings<E: Engine> {
    pub(super) pool: Pool<E>,
    /// The file to create or check before it is first used.
    pub(super) file: Option<PathBuf>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) codec: Codec,
}

#[derive(Default)]
struct Queue {
    jobs: VecDeque<Job>,
    /// Whether there is a task that writes them.
    has_writer: bool,
}

impl<E: Engine> Core<E> {
    pub(super) fn new(settings: Settings<E>) -> Self {
        let (tables, queue, next_removal, transactions) = Default::default();
        Self { settings, tables, queue, next_removal, transactions }
    }

    /// The pool, once the tables exist.
    pub(super) async fn pool(&self) -> Result<&Pool<E>, Error> {
        let Settings { pool, file, .. } = &self.settings;
        self.tables.get_or_try_init(|| E::create_inbox(pool, file.as_deref())).await?;
        Ok(pool)
    }

    /// Has a request written, together with others that wait.
    pub(super) async fn write(self: &Arc<Self>, request: Request) -> Answer {
        self.pool().await?;
        let (sender, answer) = oneshot::channel();
        self.submit([Job { request, answer: sender }])?;
        Waiting { core: self, answer: Some(answer) }.await
    }

    /// Adds jobs to those that wait, and starts a task that writes them if there is none. The task
    /// ends when nothing is left to write.
    fn submit(self: &Arc<Self>, jobs: impl IntoIterator<Item = Job>) -> Result<(), Error> {
        let runtime = Handle::try_current().map_err(|_| {
            Error::new(ErrorKind::Invalid, "an inbox in a database needs a Tokio runtime")
        })?;
        let mut queue = self.queue();
        queue.jobs.extend(jobs);
        if !queue.has_writer && !queue.jobs.is_empty() {
            queue.has_writer = true;
            let writer = Writer { core: Arc::clone(self), is_done: false };
            drop(queue);
            writer.start(runtime);
        }
        Ok(())
    }

    /// Gives back what was claimed for a caller that no longer waits for it.
    fn give_back(self: &Arc<Self>, outcome: Outcome) {
        let jobs = outcome.give_back().into_iter().map(|request| {
            // Nobody waits for the answer.
            let (answer, _) = oneshot::channel();
            Job { request, answer }
        });
        // Without a runtime the process is ending, and with it the owner of the claims.
        _ = self.submit(jobs);
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        // Nothing panics while it is locked.
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The task that writes. There is at most one.
struct Writer<E: Engine> {
    core: Arc<Core<E>>,
    /// Whether it has left the queue, so that another one can begin.
    is_done: bool,
}

impl<E: Engine> Writer<E> {
    /// Runs it on a thread of its own. Among the tasks of the runtime, it would wait for its turn
    /// behind all callers that are ready, whenever the database has answered.
    fn start(self, runtime: Handle) {
        // This task is dropped when the runtime ends. Then the writer has to end, too: it cannot use
        // timers any more.
        let (alive, mut runtime_end) = oneshot::channel::<()>();
        let task = runtime.spawn(async move {
            let _alive = alive;
            std::future::pending::<()>().await;
        });
        let inside = runtime.clone();
        runtime.spawn_blocking(move || {
            inside.block_on(async {
                let mut work = pin!(self.run());
                poll_fn(|cx| match Pin::new(&mut runtime_end).poll(cx) {
                    Poll::Ready(_) => Poll::Ready(()),
                    Poll::Pending => work.as_mut().poll(cx),
                })
                .await;
            });
            task.abort();
        });
    }

    async fn run(mut self) {
        while let Some(jobs) = self.next_batch() {
            self.write(jobs).await;
        }
    }

    /// What waits, up to the limits of a transaction. `None`: the task ends.
    fn next_batch(&mut self) -> Option<Vec<Job>> {
        let mut queue = self.core.queue();
        let (mut jobs, mut bytes) = (Vec::new(), 0);
        while jobs.len() < E::INBOX_BATCH
            && let Some(job) = queue.jobs.front()
        {
            bytes += job.request.size();
            if bytes > BATCH_BYTES && !jobs.is_empty() {
                break;
            }
            jobs.extend(queue.jobs.pop_front());
        }
        if jobs.is_empty() {
            queue.has_writer = false;
            drop(queue);
            self.is_done = true;
            return None;
        }
        Some(jobs)
    }

    /// Writes jobs in one transaction. If the database does not accept the data of one of them, it
    /// is found by writing ever smaller parts.
    async fn write(&self, jobs: Vec<Job>) {
        let mut parts = vec![jobs];
        while let Some(mut jobs) = parts.pop() {
            let (requests, answers): (Vec<_>, Vec<_>) =
                jobs.drain(..).map(|job| (job.request, job.answer)).unzip();
            match self.commit(&requests).await {
                Ok(outcomes) => {
                    for (answer, outcome) in answers.into_iter().zip(outcomes) {
                        if let Err(Ok(unheard)) = answer.send(outcome) {
                            self.core.give_back(unheard);
                        }
                    }
                }
                Err(error) if is_about_data(&error) && requests.len() > 1 => {
                    let jobs = requests.into_iter().zip(answers);
                    let mut first: Vec<_> =
                        jobs.map(|(request, answer)| Job { request, answer }).collect();
                    parts.push(first.split_off(first.len() / 2));
                    parts.push(first);
                }
                Err(error) => {
                    let error = errors::error(error);
                    for answer in answers {
                        // Who does not wait does not need to know.
                        _ = answer.send(Err(error.clone()));
                    }
                }
            }
        }
    }

    async fn commit(&self, requests: &[Request]) -> sqlx::Result<Vec<Answer>> {
        let (mut attempts, mut is_exact) = (0, false);
        loop {
            attempts += 1;
            match batch::run(&self.core, requests, is_exact).await {
                Ok(Some(answers)) => return Ok(answers),
                Ok(None) => is_exact = true,
                Err(error) if is_conflict(&error) && attempts < CONFLICT_ATTEMPTS => {}
                Err(error) => return Err(error),
            }
        }
    }
}

/// If the task ends before its work, because its runtime does, the next request starts another one.
impl<E: Engine> Drop for Writer<E> {
    fn drop(&mut self) {
        if !self.is_done {
            let mut queue = self.core.queue();
            queue.has_writer = false;
            // Their callers may be on another runtime: they see that their answer will not come.
            let abandoned = std::mem::take(&mut queue.jobs);
            drop(queue);
            drop(abandoned);
        }
    }
}

/// A caller that waits for its answer.
struct Waiting<'a, E: Engine> {
    core: &'a Arc<Core<E>>,
    answer: Option<oneshot::Receiver<Answer>>,
}

impl<E: Engine> Future for Waiting<'_, E> {
    type Output = Answer;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Answer> {
        let Some(answer) = &mut self.answer else { return Poll::Pending };
        let answered = std::task::ready!(Pin::new(answer).poll(cx));
        self.answer = None;
        Poll::Ready(answered.unwrap_or_else(|_| {
            let message = "the runtime that wrote to the database has ended";
            Err(Error::new(ErrorKind::Unreachable, message))
        }))
    }
}

impl<E: Engine> Drop for Waiting<'_, E> {
    fn drop(&mut self) {
        let Some(mut answer) = self.answer.take() else { return };
        // From here on, the writer sees that nobody waits.
        answer.close();
        if let Ok(Ok(outcome)) = answer.try_recv() {
            self.core.give_back(outcome);
        }
    }
}
