//! The goods of a Mini Program (道具), and the tasks that upload and publish them.

use std::{collections::BTreeMap, time::Duration};

use weixin_api::Timestamp;
use weixin_mini::virtual_payment::{PaymentEnv, ProductId};

/// How long a task runs. The platform documents no time; the emulator's choice.
const TASK: Duration = Duration::from_secs(5);

/// Goods that can be bought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Goods {
    pub(crate) name: String,
    /// The price of one piece, or of one period, in fen.
    pub(crate) price: u64,
    pub(crate) remark: Option<String>,
    pub(crate) item_url: Option<String>,
    /// The length of a period in days, if it is a subscription.
    pub(crate) period_days: Option<u32>,
}

/// What a task does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TaskKind {
    Upload,
    Publish,
}

/// A task, and what has become of each of the goods.
#[derive(Debug, Clone)]
pub(crate) struct GoodsTask {
    ends: Timestamp,
    /// The goods, and whether they failed. A publication has only ids.
    pub(crate) items: Vec<(ProductId, Option<Goods>, bool)>,
    done: bool,
}

impl GoodsTask {
    pub(crate) fn is_running(&self, now: Timestamp) -> bool {
        now < self.ends
    }
}

/// The goods by environment: uploaded ones are in the sandbox, published ones are live, too.
#[derive(Debug, Default)]
pub(crate) struct Catalogue {
    sandbox: BTreeMap<ProductId, Goods>,
    live: BTreeMap<ProductId, Goods>,
    upload: Option<GoodsTask>,
    publication: Option<GoodsTask>,
}

impl Catalogue {
    /// Adds goods, as in the console. They are published.
    pub(crate) fn add(&mut self, id: ProductId, goods: Goods) {
        self.sandbox.insert(id.clone(), goods.clone());
        self.live.insert(id, goods);
    }

    /// The goods that can be bought in an environment.
    pub(crate) fn find(
        &mut self,
        env: PaymentEnv,
        id: &ProductId,
        now: Timestamp,
    ) -> Option<&Goods> {
        self.finish_tasks(now);
        match env {
            PaymentEnv::Sandbox => self.sandbox.get(id),
            _ => self.live.get(id),
        }
    }

    /// Starts a task. Returns `false` if one of this kind is running.
    pub(crate) fn start(
        &mut self,
        kind: TaskKind,
        items: Vec<(ProductId, Option<Goods>)>,
        now: Timestamp,
    ) -> bool {
        self.finish_tasks(now);
        let slot = match kind {
            TaskKind::Upload => &mut self.upload,
            TaskKind::Publish => &mut self.publication,
        };
        if slot.as_ref().is_some_and(|task| task.is_running(now)) {
            return false;
        }
        let items = items.into_iter().map(|(id, goods)| (id, goods, false)).collect();
        *slot = Some(GoodsTask { ends: now + TASK, items, done: false });
        true
    }

    /// The last task of a kind.
    pub(crate) fn task(&mut self, kind: TaskKind, now: Timestamp) -> Option<&GoodsTask> {
        self.finish_tasks(now);
        match kind {
            TaskKind::Upload => self.upload.as_ref(),
            TaskKind::Publish => self.publication.as_ref(),
        }
    }

    /// Applies the tasks that have ended.
    fn finish_tasks(&mut self, now: Timestamp) {
        let ended = |task: &&mut GoodsTask| !task.done && !task.is_running(now);
        if let Some(task) = self.upload.as_mut().filter(ended) {
            task.done = true;
            for (id, goods, _) in &task.items {
                if let Some(goods) = goods {
                    self.sandbox.insert(id.clone(), goods.clone());
                }
            }
        }
        if let Some(task) = self.publication.as_mut().filter(ended) {
            task.done = true;
            for (id, _, failed) in &mut task.items {
                match self.sandbox.get(id) {
                    Some(goods) => drop(self.live.insert(id.clone(), goods.clone())),
                    None => *failed = true,
                }
            }
        }
    }
}
