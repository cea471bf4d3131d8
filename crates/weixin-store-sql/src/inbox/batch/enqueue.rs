//! New items.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use super::{Batch, owners::owner_lost, update::find};
use crate::{
    engine::{
        Bind::{Number, Shared, Text},
        Engine,
    },
    inbox::{
        query::Query,
        request::{NewItem, Outcome, Request},
        stored::{CLAIMED, Status, WAITING},
    },
};

const COLUMNS: [&str; 8] =
    ["id", "lane", "state", "owner", "attempts", "at", "revision", "envelope"];

/// How often items are looked for and added. More than once only if another process does the same.
const ROUNDS: usize = 10;

/// Adds items, each once.
pub(super) async fn enqueue<E: Engine>(batch: &mut Batch<'_, E>) -> sqlx::Result<()> {
    let requests = batch.requests;
    let mut new: Vec<(usize, &NewItem)> = Vec::new();
    for (index, request) in requests.iter().enumerate() {
        let Request::Enqueue(item) = request else { continue };
        if batch.alive.contains(item.owner.as_str()) {
            new.push((index, item));
        } else {
            batch.answer_with(index, Err(owner_lost()));
        }
    }
    for _ in 0..ROUNDS {
        if new.is_empty() {
            break;
        }
        new = add(batch, new).await?;
    }
    Ok(())
}

/// Adds the items that do not exist. Returns those that another process has added meanwhile.
async fn add<'a, E: Engine>(
    batch: &mut Batch<'_, E>,
    new: Vec<(usize, &'a NewItem)>,
) -> sqlx::Result<Vec<(usize, &'a NewItem)>> {
    let now = batch.now;
    let ids: HashSet<&Arc<str>> = new.iter().map(|(_, item)| &item.id).collect();
    let mut known = find(batch, ids.into_iter()).await?;
    let expired: Vec<_> =
        known.values().filter(|status| status.is_expired(now)).map(|one| one.id.clone()).collect();
    remove::<E>(batch.at, &expired).await?;
    known.retain(|_, status| !status.is_expired(now));

    let lanes: HashSet<&Arc<str>> = new.iter().filter_map(|(_, item)| item.lane.as_ref()).collect();
    let alive = batch.alive.clone();
    let mut occupied = occupied(batch, lanes).await?;
    let revision = batch.first_revision;
    let mut rows = Vec::new();
    // The first request for each new item, and those that ask for the same.
    let mut added: Vec<(usize, &NewItem, bool)> = Vec::new();
    let mut repeats = Vec::new();
    let mut ids = HashSet::new();
    for (index, item) in new {
        if let Some(status) = known.get(&*item.id) {
            batch.answer(index, Outcome::Known(status.clone()));
            continue;
        }
        if !ids.insert(&*item.id) {
            repeats.push((index, item));
            continue;
        }
        let claimed = item.lane.as_ref().is_none_or(|lane| occupied.insert(Arc::clone(lane)));
        added.push((index, item, claimed));
        rows.push([
            Shared(Some(&item.id)),
            Shared(item.lane.as_ref()),
            Number(if claimed { CLAIMED } else { WAITING }),
            Shared(alive.get(item.owner.as_str()).filter(|_| claimed)),
            Number(i64::from(claimed)),
            Number(now),
            Number(revision),
            Shared(Some(&item.envelope)),
        ]);
    }
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let insert = Query::with_rows::<E, 8>(COLUMNS, &rows).text(
        "insert into weixin_inbox_item
                (id, lane, state, owner, attempts, due, received, revision, envelope)
             select c.id, c.lane, c.state, c.owner, c.attempts, c.at, c.at, c.revision, c.envelope
             from c where c.id is not null
             on conflict (id) do nothing",
    );
    // `None`: all of them.
    let mut inserted: Option<HashSet<String>> = None;
    if batch.is_exact {
        let rows = insert.text(" returning id").rows::<E>(batch.at).await?;
        inserted = Some(rows.iter().map(E::text).collect::<sqlx::Result<_>>()?);
    } else if insert.run::<E>(batch.at).await? != rows.len() as u64 {
        batch.must_repeat = true;
        return Ok(Vec::new());
    }
    let mut again = Vec::new();
    let mut statuses: HashMap<&str, Status> = HashMap::new();
    let has_repeats = !repeats.is_empty();
    for (index, item, claimed) in added {
        if inserted.as_ref().is_some_and(|inserted| !inserted.contains(&*item.id)) {
            again.push((index, item));
            continue;
        }
        if has_repeats {
            let status = Status {
                id: item.id.to_string(),
                state: if claimed { CLAIMED } else { WAITING },
                owner: claimed.then(|| item.owner.as_str().to_owned()),
                attempts: i64::from(claimed),
                due: now,
                revision,
                progress: None,
                expires: None,
            };
            statuses.insert(&item.id, status);
        }
        batch.answer(index, Outcome::Added { id: item.id.clone(), revision, claimed });
    }
    for (index, item) in repeats {
        match statuses.get(&*item.id) {
            Some(status) => batch.answer(index, Outcome::Known(status.clone())),
            None => again.push((index, item)),
        }
    }
    Ok(again)
}

/// Which of these lanes have items.
async fn occupied<E: Engine>(
    batch: &mut Batch<'_, E>,
    lanes: HashSet<&Arc<str>>,
) -> sqlx::Result<HashSet<Arc<str>>> {
    if lanes.is_empty() {
        return Ok(HashSet::new());
    }
    let lanes: Vec<_> = lanes.into_iter().map(|lane| [Shared(Some(lane))]).collect();
    let occupied = Query::with_rows::<E, 1>(["lane"], &lanes)
        .text("select c.lane from c where exists (")
        .text("select 1 from weixin_inbox_item i where i.lane = c.lane)")
        .rows::<E>(batch.at)
        .await?;
    occupied.iter().map(|row| E::text(row).map(Arc::from)).collect()
}

async fn remove<E: Engine>(at: &mut E::Connection, ids: &[String]) -> sqlx::Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let ids: Vec<_> = ids.iter().map(|id| [Text(id)]).collect();
    Query::with_rows::<E, 1>(["id"], &ids)
        .text("delete from weixin_inbox_item where id in (select c.id from c)")
        .rows::<E>(at)
        .await?;
    Ok(())
}
