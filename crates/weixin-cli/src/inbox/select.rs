//! Finds pushes: by state, account and reason, or by what a person types as an id.

use clap::{Args, ValueEnum};
use weixin::bot::inbox::{
    Inbox, ItemFilter, ItemId, ItemState, ItemSummary, ParkReason, StateFilter,
};

use crate::terminal::CliError;

/// The least number of digits of a short id.
const MIN_DIGITS: usize = 4;

/// The states, as they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum StateName {
    Waiting,
    Running,
    Parked,
    Finished,
}

impl StateName {
    pub(super) fn of(state: &ItemState) -> Self {
        match state {
            ItemState::Waiting { .. } => Self::Waiting,
            ItemState::Claimed(_) => Self::Running,
            ItemState::Parked => Self::Parked,
            ItemState::Finished => Self::Finished,
        }
    }

    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Parked => "parked",
            Self::Finished => "finished",
        }
    }

    fn filter(self) -> StateFilter {
        match self {
            Self::Waiting => StateFilter::Waiting,
            Self::Running => StateFilter::Claimed,
            Self::Parked => StateFilter::Parked,
            Self::Finished => StateFilter::Finished,
        }
    }
}

/// Which pushes of an account, and parked for which reason.
#[derive(Debug, Default)]
pub(super) struct Filter<'a> {
    pub(super) state: Option<StateName>,
    pub(super) account: Option<&'a str>,
    pub(super) reason: Option<ParkReason>,
}

impl Filter<'_> {
    fn matches(&self, item: &ItemSummary) -> bool {
        self.account.is_none_or(|name| is_account(item.id.account(), name))
            && self.reason.is_none_or(|reason| item.park_reason() == Some(reason))
    }

    /// The pushes, oldest first: `limit` at most, and whether there are more.
    pub(super) async fn find(
        &self,
        inbox: &dyn Inbox,
        limit: usize,
    ) -> Result<(Vec<ItemSummary>, bool), CliError> {
        // Only parked pushes have a reason.
        let parked = self.reason.map(|_| StateName::Parked);
        let filter = self.state.or(parked).map(|state| ItemFilter::state(state.filter()));
        let mut found = Vec::new();
        let mut pages = Pages::new(inbox, filter.unwrap_or_default());
        while let Some(page) = pages.next().await? {
            found.extend(page.into_iter().filter(|item| self.matches(item)));
            if found.len() > limit {
                found.truncate(limit);
                return Ok((found, true));
            }
        }
        Ok((found, false))
    }
}

/// Whether an account is called this: `official:wx…`, or only the id; with or without the agent.
fn is_account(account: &str, name: &str) -> bool {
    let id = account.split_once(':').map_or(account, |(_, id)| id);
    let without_agent = |id: &str| id.split('/').next() == Some(name);
    account == name || id == name || without_agent(account) || without_agent(id)
}

/// Which pushes to replay or to remove.
#[derive(Debug, Args)]
pub(super) struct Selection {
    /// Ids as in `weixin inbox list`, or their first digits if they are unique; or the ids that bots
    /// log 推送的 ID，可只写前几位，也可以是日志中的 ID
    #[arg(value_name = "ID", required_unless_present = "all_parked")]
    ids: Vec<String>,
    /// All parked pushes 所有已搁置的推送
    #[arg(long, conflicts_with = "ids")]
    all_parked: bool,
    /// Of these, only those to this account 只选该账号的推送
    #[arg(long, value_name = "NAME", requires = "all_parked", conflicts_with = "ids")]
    account: Option<String>,
    /// Of these, only those parked for this reason: unknown, handler, incomplete, window, no-channel, unavailable, unreadable
    /// 只选因该原因搁置的推送
    #[arg(long, value_parser = parse_reason, requires = "all_parked", conflicts_with = "ids")]
    reason: Option<ParkReason>,
}

impl Selection {
    /// The selected pushes. An error if an id is unknown or not unique.
    pub(super) async fn find(&self, inbox: &dyn Inbox) -> Result<Vec<ItemSummary>, CliError> {
        if !self.all_parked {
            return by_ids(inbox, &self.ids).await;
        }
        let filter = Filter {
            state: Some(StateName::Parked),
            account: self.account.as_deref(),
            reason: self.reason,
        };
        Ok(filter.find(inbox, usize::MAX).await?.0)
    }
}

/// Reads a reason.
pub(super) fn parse_reason(word: &str) -> Result<ParkReason, String> {
    ParkReason::ALL.into_iter().find(|reason| reason.as_str() == word).ok_or_else(|| {
        let known = ParkReason::ALL.map(ParkReason::as_str).join(", ");
        format!("not one of {known} 未知的原因")
    })
}

/// The pushes with these ids, each once. The whole inbox is read, because short ids are not stored.
pub(super) async fn by_ids(
    inbox: &dyn Inbox,
    names: &[String],
) -> Result<Vec<ItemSummary>, CliError> {
    let mut found: Vec<Vec<ItemSummary>> = names.iter().map(|_| Vec::new()).collect();
    let mut pages = Pages::new(inbox, ItemFilter::default());
    while let Some(page) = pages.next().await? {
        for item in page {
            let short = item.id.short();
            for (name, found) in names.iter().zip(&mut found) {
                if is_named(&item.id, &short, name) {
                    found.push(item.clone());
                }
            }
        }
    }
    let mut selected: Vec<ItemSummary> = Vec::new();
    for (name, found) in names.iter().zip(found) {
        match <[ItemSummary; 1]>::try_from(found) {
            Ok([item]) => {
                if selected.iter().all(|other| other.id != item.id) {
                    selected.push(item);
                }
            }
            Err(found) if found.is_empty() => {
                let name = weixin::bot::log_text::printable(name);
                return Err(format!("the inbox has no push {name} 收件箱中没有该推送").into());
            }
            Err(found) => {
                let ids: Vec<_> = found.iter().take(5).map(|item| item.id.short()).collect();
                let (ids, count) = (ids.join(", "), found.len());
                let name = weixin::bot::log_text::printable(name);
                return Err(format!(
                    "{count} pushes are called {name}: {ids}: use more digits, or the whole id \
                     该 ID 对应多条推送，请写完整"
                )
                .into());
            }
        }
    }
    Ok(selected)
}

/// Whether a person means this push: by the whole id, the id that bots log, or the beginning of the
/// short one.
fn is_named(id: &ItemId, short: &str, name: &str) -> bool {
    id.as_str() == name
        || (!name.is_empty() && id.push() == name)
        || (name.len() >= MIN_DIGITS && short.starts_with(&name.to_ascii_lowercase()))
}

/// The pages of a list.
struct Pages<'a> {
    inbox: &'a dyn Inbox,
    filter: ItemFilter,
    cursor: Option<weixin::store::Cursor>,
    ended: bool,
}

impl<'a> Pages<'a> {
    fn new(inbox: &'a dyn Inbox, filter: ItemFilter) -> Self {
        Self { inbox, filter, cursor: None, ended: false }
    }

    async fn next(&mut self) -> Result<Option<Vec<ItemSummary>>, CliError> {
        if self.ended {
            return Ok(None);
        }
        let page = self.inbox.list(&self.filter, self.cursor.as_ref()).await;
        let page = page.map_err(super::format::inbox_failed)?;
        self.cursor = page.next;
        self.ended = self.cursor.is_none();
        Ok(Some(page.items))
    }
}
