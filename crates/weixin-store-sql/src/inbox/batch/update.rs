//! Changes of items, and the next items of their lanes.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use weixin_store::inbox::Then;

use super::{Batch, claim::park_unreadable};
use crate::{
    convert::millis,
    engine::{
        Bind::{MaybeNumber, MaybeText, Number, Shared},
        Engine,
    },
    inbox::{
        query::Query,
        request::{ItemUpdate, Outcome, Request},
        stored::{CLAIMED, FINISHED, PARKED, ROW, Row, STATUS, Status, WAITING},
    },
};

const COLUMNS: [&str; 9] =
    ["item", "seen", "next", "by", "attempt", "at", "until", "leaves", "text"];

/// Applies all updates. Of several updates of one item, each sees what the one before it did.
pub(super) async fn update<E: Engine>(batch: &mut Batch<'_, E>) -> sqlx::Result<()> {
    let requests = batch.requests;
    let mut updates: Vec<(usize, &ItemUpdate)> = Vec::new();
    for (index, request) in requests.iter().enumerate() {
        if let Request::Update(update) = request {
            updates.push((index, update));
        }
    }
    let mut left = Vec::new();
    while !updates.is_empty() {
        let mut ids = HashSet::new();
        let (round, later) = updates.into_iter().partition(|(_, update)| ids.insert(&*update.id));
        apply(batch, round, &mut left).await?;
        updates = later;
    }
    claim_next(batch, left).await
}

/// Applies updates of different items. Adds to `left` those whose items have left their lanes.
async fn apply<'a, E: Engine>(
    batch: &mut Batch<'_, E>,
    updates: Vec<(usize, &'a ItemUpdate)>,
    left: &mut Vec<(usize, &'a ItemUpdate)>,
) -> sqlx::Result<()> {
    let now = batch.now;
    let rows: Vec<_> = updates
        .iter()
        .map(|(_, update)| {
            let (state, owner, attempts, due, expires) = match &update.then {
                Then::Keep => (None, None, 0, None, None),
                Then::Finish { expires } => (Some(FINISHED), None, 0, None, Some(millis(*expires))),
                Then::Retry { due } => (Some(WAITING), None, 0, Some(millis(*due)), None),
                Then::GiveBack => (Some(WAITING), None, -1, Some(now), None),
                // Below zero, which becomes zero.
                Then::Replay => (Some(WAITING), None, -i64::from(u32::MAX), Some(now), None),
                Then::Park => (Some(PARKED), None, 0, None, None),
                Then::Resume(owner) => (Some(CLAIMED), Some(owner.as_str()), 1, None, None),
                // Expired: to everybody it is gone, and soon it is removed.
                Then::Remove => (Some(FINISHED), None, 0, None, Some(0)),
            };
            [
                Shared(Some(&update.id)),
                Number(update.seen),
                MaybeNumber(state),
                MaybeText(owner),
                Number(attempts),
                MaybeNumber(due),
                MaybeNumber(expires),
                Number(i64::from(leaves_lane(&update.then))),
                Shared(update.progress.as_ref()),
            ]
        })
        .collect();
    let change = Query::with_rows::<E, 9>(COLUMNS, &rows)
        .text(
            "update weixin_inbox_item as i set
                state = coalesce(c.next, i.state),
                owner = case when c.next is null then i.owner else c.by end,
                attempts = case when i.attempts + c.attempt < 0 then 0
                                else i.attempts + c.attempt end,
                due = coalesce(c.at, i.due),
                expires = case when c.next is null then i.expires else c.until end,
                lane = case when c.leaves = 1 then null else i.lane end,
                progress = coalesce(c.text, i.progress),
                revision = i.revision + 1
             from c where i.id = c.item and i.revision = c.seen
                and (i.expires is null or i.expires > ",
        )
        .value::<E>(Number(now))
        .text(")");
    let (done, conflicts): (Vec<_>, Vec<_>) = if batch.is_exact {
        let done = change.text(" returning id").rows::<E>(batch.at).await?;
        let done: HashSet<String> = done.iter().map(E::text).collect::<sqlx::Result<_>>()?;
        updates.into_iter().partition(|(_, update)| done.contains(&*update.id))
    } else if change.run::<E>(batch.at).await? == updates.len() as u64 {
        (updates, Vec::new())
    } else {
        batch.must_repeat = true;
        return Ok(());
    };
    let mut present = HashMap::new();
    if !conflicts.is_empty() {
        present = find(batch, conflicts.iter().map(|(_, update)| &update.id)).await?;
    }
    for (index, update) in conflicts {
        let status = present.remove(&*update.id).filter(|status| !status.is_expired(now));
        batch.answer(index, Outcome::Conflict(status));
    }
    for (index, update) in done {
        batch.answer(index, Outcome::Updated { revision: update.seen + 1, next: None });
        if leaves_lane(&update.then) {
            left.push((index, update));
        }
    }
    Ok(())
}

fn leaves_lane(then: &Then) -> bool {
    match then {
        Then::Finish { .. } | Then::Park | Then::Resume(_) | Then::Remove => true,
        Then::Keep | Then::Retry { .. } | Then::GiveBack | Then::Replay => false,
    }
}

/// The states of these items, by id.
pub(super) async fn find<E: Engine>(
    batch: &mut Batch<'_, E>,
    ids: impl Iterator<Item = &Arc<str>>,
) -> sqlx::Result<HashMap<String, Status>> {
    let ids: Vec<_> = ids.map(|id| [Shared(Some(id))]).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let found = Query::with_rows::<E, 1>(["item"], &ids)
        .text("select ")
        .text(STATUS)
        .text(" from c join weixin_inbox_item i on i.id = c.item")
        .rows::<E>(batch.at)
        .await?;
    let mut statuses = HashMap::with_capacity(found.len());
    for row in &found {
        let status = Status::read::<E>(row)?;
        statuses.insert(status.id.clone(), status);
    }
    Ok(statuses)
}

/// Claims the oldest items of lanes that others have left.
async fn claim_next<E: Engine>(
    batch: &mut Batch<'_, E>,
    left: Vec<(usize, &ItemUpdate)>,
) -> sqlx::Result<()> {
    // Unknown as long as it is not known what was changed.
    if batch.must_repeat {
        return Ok(());
    }
    let alive = batch.alive.clone();
    let mut lanes: HashMap<&Arc<str>, (usize, &ItemUpdate, &Arc<str>)> = HashMap::new();
    for (index, update) in left {
        if let (Some(lane), Some(owner)) = (&update.lane, &update.next_for)
            && let Some(owner) = alive.get(owner.as_str())
        {
            lanes.entry(lane).or_insert((index, update, owner));
        }
    }
    // More than once only if items cannot be read.
    while !lanes.is_empty() {
        let rows = lanes
            .iter()
            .map(|(lane, (_, _, owner))| [*lane, *owner].map(|text| Shared(Some(text))));
        let rows: Vec<_> = rows.collect();
        let heads = Query::with_rows::<E, 2>(["behind", "by"], &rows)
            .text(
                ", h as (select c.by as by,
                    (select min(o.seq) from weixin_inbox_item o where o.lane = c.behind) as head
                    from c)
                 update weixin_inbox_item as i set
                    state = 1, owner = h.by, attempts = i.attempts + 1, revision = i.revision + 1
                 from h where i.seq = h.head and i.state = 0 and i.due <= ",
            )
            .value::<E>(Number(batch.now))
            .text(" returning ")
            .text(ROW)
            .rows::<E>(batch.at)
            .await?;
        let mut unreadable = Vec::new();
        let mut again = HashMap::new();
        for row in Row::read_all::<E>(&heads)? {
            let Some((lane, found)) = row.lane.as_ref().and_then(|lane| lanes.remove_entry(lane))
            else {
                continue;
            };
            let id = row.status.id.clone();
            match row.decode(&batch.core.settings.codec) {
                Ok(item) => {
                    let (index, update, _) = found;
                    let (revision, next) = (update.seen + 1, Some(Box::new(item)));
                    batch.answer(index, Outcome::Updated { revision, next });
                }
                Err(_) => {
                    unreadable.push(id);
                    again.insert(lane, found);
                }
            }
        }
        park_unreadable::<E>(batch.at, &unreadable).await?;
        lanes = again;
    }
    Ok(())
}
