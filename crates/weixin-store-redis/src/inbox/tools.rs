//! Operations of tools: find, remove, list, count.

use futures_util::future::try_join_all;
use weixin_store::{
    Cursor, Error, ErrorKind,
    inbox::{InboxStats, Item, ItemFilter, ItemId, ItemPage, ItemState, Revision, StateFilter},
};

use super::{
    RedisInbox,
    record::{Fields, StoredItem, number},
    scripts::{self, FIELDS},
};
use crate::errors::{error, unreadable};

/// The number of items that are examined for one page.
const PAGE: usize = 100;

/// Where an item is in the list of all items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct ListPosition {
    /// The position of the item, which differs within one partition.
    position: u64,
    partition: u32,
}

impl ListPosition {
    fn of(cursor: &Cursor) -> Result<Self, Error> {
        let parts = cursor.position().split_once('-');
        let read = parts.and_then(|(position, partition)| {
            Some(Self { position: position.parse().ok()?, partition: partition.parse().ok()? })
        });
        read.ok_or_else(|| {
            Error::new(ErrorKind::Invalid, "the cursor was not issued by an inbox in Redis")
        })
    }

    fn cursor(self) -> Cursor {
        Cursor::new(format!("{}-{}", self.position, self.partition))
    }

    /// Where the items of this partition begin that come after this position.
    fn bound_in(self, partition: u32) -> String {
        let is_before = if partition > self.partition { "" } else { "(" };
        format!("{is_before}{}", self.position)
    }
}

impl RedisInbox {
    pub(super) async fn find_item(&self, id: &ItemId) -> Result<Option<Item>, Error> {
        // The id does not say in which partition the item is.
        let partitions = 0..self.partitions().await?;
        let reads = partitions.map(|partition| self.read_item(partition, id));
        let found = try_join_all(reads).await?.into_iter().flatten().next();
        found.map(|item| item.try_decode(&self.codec)).transpose()
    }

    /// Reads an item that has not expired.
    async fn read_item(&self, partition: u32, id: &ItemId) -> Result<Option<StoredItem>, Error> {
        let fields: Fields = redis::cmd("HMGET")
            .arg(self.prefix.item(partition, id))
            .arg(&FIELDS[..])
            .query_async(&mut self.connection.clone())
            .await
            .map_err(error)?;
        let item = StoredItem::read(id.clone(), fields)?;
        Ok(item.filter(|item| !item.status.is_expired(self.clock.now())))
    }

    pub(super) async fn remove_item(&self, id: &ItemId, seen: Revision) -> Result<bool, Error> {
        let (now, seen) = (self.clock.now(), seen.to_bits().to_string());
        let removed = self.run_on_all::<u32>(&scripts::REMOVE, now, &[id.as_str(), &*seen]).await?;
        Ok(removed.contains(&1))
    }

    pub(super) async fn list_items(
        &self,
        filter: &ItemFilter,
        cursor: Option<&Cursor>,
    ) -> Result<ItemPage, Error> {
        let mut after = cursor.map(ListPosition::of).transpose()?;
        loop {
            let page = self.list_page(filter, after).await?;
            // A page without items is not shown.
            match &page.next {
                Some(next) if page.items.is_empty() => after = Some(ListPosition::of(next)?),
                _ => return Ok(page),
            }
        }
    }

    async fn list_page(
        &self,
        filter: &ItemFilter,
        after: Option<ListPosition>,
    ) -> Result<ItemPage, Error> {
        let index = match filter.state {
            None | Some(StateFilter::Finished) => "all",
            Some(StateFilter::Waiting | StateFilter::Claimed) => "live",
            Some(StateFilter::Parked) => "parked",
        };
        let partitions = 0..self.partitions().await?;
        let ids = partitions.map(|partition| self.list_ids(index, partition, after));
        let mut ids: Vec<_> = try_join_all(ids).await?.into_iter().flatten().collect();
        ids.sort_by_key(|(at, _)| *at);
        let has_more = ids.len() > PAGE;
        ids.truncate(PAGE);
        let next = ids.last().filter(|_| has_more).map(|(at, _)| at.cursor());
        let reads = ids.iter().map(|(at, id)| self.read_item(at.partition, id));
        let items = try_join_all(reads).await?.into_iter().flatten();
        let items = items.map(|item| item.summary(&self.codec)).filter(|item| {
            filter.state.is_none_or(|state| match item.status.state {
                ItemState::Waiting { .. } => state == StateFilter::Waiting,
                ItemState::Claimed(_) => state == StateFilter::Claimed,
                ItemState::Parked => state == StateFilter::Parked,
                ItemState::Finished => state == StateFilter::Finished,
            })
        });
        Ok(ItemPage { items: items.collect(), next })
    }

    /// The first items of one partition after a position: one more than a page has.
    async fn list_ids(
        &self,
        index: &str,
        partition: u32,
        after: Option<ListPosition>,
    ) -> Result<Vec<(ListPosition, ItemId)>, Error> {
        let after = after.map_or("-inf".to_owned(), |after| after.bound_in(partition));
        let found: Vec<(String, f64)> = redis::cmd("ZRANGEBYSCORE")
            .arg(self.prefix.key(partition, index))
            .arg(after)
            .arg("+inf")
            .arg("WITHSCORES")
            .arg(&["LIMIT", "0"])
            .arg(PAGE + 1)
            .query_async(&mut self.connection.clone())
            .await
            .map_err(error)?;
        // Positions are whole numbers below 2^53.
        let place = |score: f64| ListPosition { position: score as u64, partition };
        Ok(found.into_iter().map(|(id, score)| (place(score), ItemId::new(id))).collect())
    }

    pub(super) async fn count_items(&self) -> Result<InboxStats, Error> {
        let counts = self.run_on_all::<Fields>(&scripts::STATS, self.clock.now(), &[]).await?;
        let mut stats = InboxStats::default();
        for counts in counts {
            let [live, claimed, parked, finished, oldest @ ..] = &counts[..] else {
                return Err(unreadable());
            };
            let (live, claimed) = (number(live.as_deref())?, number(claimed.as_deref())?);
            stats.waiting += live.saturating_sub(claimed);
            stats.claimed += claimed;
            stats.parked += number(parked.as_deref())?;
            stats.finished += number(finished.as_deref())?;
            if let [Some(oldest)] = oldest {
                let oldest = weixin_api::Timestamp::from_millis(number(Some(oldest))?);
                stats.oldest = Some(stats.oldest.map_or(oldest, |before| before.min(oldest)));
            }
        }
        Ok(stats)
    }
}
