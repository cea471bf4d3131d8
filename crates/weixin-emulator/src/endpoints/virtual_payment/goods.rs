//! The tasks that upload and publish goods.

use weixin_api::Empty;
use weixin_mini::virtual_payment::{
    GetVirtualGoodsPublication, GetVirtualGoodsUpload, PublishVirtualGoods, PublishedVirtualGoods,
    UploadVirtualGoods, UploadedVirtualGoods, VirtualGoodsPublication, VirtualGoodsStatus,
    VirtualGoodsTask, VirtualGoodsUpload,
};

use super::{ApiError, RequestContext, TASK_RUNNING, bad_field};
use crate::state::{Goods, GoodsTask, TaskKind};

pub(super) fn upload(
    ctx: &mut RequestContext<'_>,
    request: UploadVirtualGoods,
) -> Result<Empty, ApiError> {
    let items = request.upload_item.into_iter().map(|item| {
        let goods = Goods {
            name: item.name,
            price: item.price,
            remark: item.remark,
            item_url: item.item_url,
            period_days: None,
        };
        (item.id, Some(goods))
    });
    start(ctx, TaskKind::Upload, items.collect())
}

pub(super) fn publish(
    ctx: &mut RequestContext<'_>,
    request: PublishVirtualGoods,
) -> Result<Empty, ApiError> {
    let items = request.publish_item.into_iter().map(|item| (item.id, None)).collect();
    start(ctx, TaskKind::Publish, items)
}

fn start(
    ctx: &mut RequestContext<'_>,
    kind: TaskKind,
    items: Vec<(weixin_mini::virtual_payment::ProductId, Option<Goods>)>,
) -> Result<Empty, ApiError> {
    if items.is_empty() {
        return Err(bad_field("there are no goods"));
    }
    let now = ctx.now();
    if ctx.account_mut()?.virtual_payments.goods.start(kind, items, now) {
        Ok(Empty {})
    } else {
        Err(ApiError::code(TASK_RUNNING))
    }
}

pub(super) fn uploaded(
    ctx: &mut RequestContext<'_>,
    _: GetVirtualGoodsUpload,
) -> Result<VirtualGoodsUpload, ApiError> {
    let now = ctx.now();
    let task = ctx.account_mut()?.virtual_payments.goods.task(TaskKind::Upload, now);
    let mut upload = VirtualGoodsUpload::new();
    upload.status = Some(task_status(task, now));
    let Some(task) = task else { return Ok(upload) };
    let running = task.is_running(now);
    for (id, goods, failed) in &task.items {
        let mut item = UploadedVirtualGoods::new();
        item.id = Some(id.clone());
        item.upload_status = Some(status(running, *failed));
        if let Some(goods) = goods {
            item.name = Some(goods.name.clone());
            item.price = i64::try_from(goods.price).ok();
            (item.remark, item.item_url) = (goods.remark.clone(), goods.item_url.clone());
        }
        upload.upload_item.push(item);
    }
    Ok(upload)
}

pub(super) fn published(
    ctx: &mut RequestContext<'_>,
    _: GetVirtualGoodsPublication,
) -> Result<VirtualGoodsPublication, ApiError> {
    let now = ctx.now();
    let task = ctx.account_mut()?.virtual_payments.goods.task(TaskKind::Publish, now);
    let mut publication = VirtualGoodsPublication::new();
    publication.status = Some(task_status(task, now));
    let Some(task) = task else { return Ok(publication) };
    let running = task.is_running(now);
    for (id, _, failed) in &task.items {
        let mut item = PublishedVirtualGoods::new();
        item.id = Some(id.clone());
        item.publish_status = Some(status(running, *failed));
        item.errmsg = failed.then(|| "the goods were not uploaded".to_owned());
        publication.publish_item.push(item);
    }
    Ok(publication)
}

fn task_status(task: Option<&GoodsTask>, now: weixin_api::Timestamp) -> VirtualGoodsTask {
    match task {
        None => VirtualGoodsTask::None,
        Some(task) if task.is_running(now) => VirtualGoodsTask::Running,
        Some(task) if task.items.iter().any(|(.., failed)| *failed) => VirtualGoodsTask::Failed,
        Some(_) => VirtualGoodsTask::Succeeded,
    }
}

fn status(running: bool, failed: bool) -> VirtualGoodsStatus {
    match (running, failed) {
        (true, _) => VirtualGoodsStatus::Running,
        (false, true) => VirtualGoodsStatus::Failed,
        (false, false) => VirtualGoodsStatus::Succeeded,
    }
}
