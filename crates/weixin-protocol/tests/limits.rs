//! The table of message limits.

#![allow(clippy::unwrap_used)]

use weixin_protocol::{
    FileKind, FileLimits, Kind, MessageChannel, MessageKind, MessageLimits, Product, push_class,
};

fn of(channel: MessageChannel) -> &'static MessageLimits {
    MessageLimits::of(channel)
}

#[test]
fn what_is_known_of_each_channel() {
    use MessageChannel as C;
    let table = [
        (C::OfficialPassive, Some(2048), None, Some(1)),
        (C::MiniPassive, None, None, None),
        (C::WorkPassive, Some(2048), None, Some(8)),
        (C::OfficialCustomerService, Some(2048), None, Some(1)),
        (C::MiniCustomerService, Some(2048), None, None),
        (C::WorkApp, Some(2048), Some(2048), Some(8)),
        (C::WorkAppChat, Some(2048), Some(2048), Some(8)),
        (C::WorkKf, Some(2048), None, None),
        (C::WorkKfOnEvent, Some(2048), None, None),
        (C::WorkGroupRobot, Some(2048), Some(4096), Some(8)),
        (C::AiBotPassive, Some(20_480), Some(20_480), None),
        (C::AiBotResponseUrl, None, Some(20_480), None),
        (C::AiBotReply, None, Some(20_480), None),
        (C::AiBotPush, None, Some(20_480), None),
    ];
    assert_eq!(table.map(|(channel, ..)| channel), MessageChannel::ALL);
    for (channel, text_bytes, markdown_bytes, cards) in table {
        let limits = of(channel);
        let found = (limits.text_bytes, limits.markdown_bytes, limits.cards);
        assert_eq!(found, (text_bytes, markdown_bytes, cards), "{channel:?}");
    }
}

/// A limit without a message it limits, or a file that no message carries, is a slip in the table.
#[test]
fn every_limit_limits_something() {
    for channel in MessageChannel::ALL {
        let limits = of(channel);
        let any = |kinds: &[MessageKind]| kinds.iter().any(|kind| limits.carries(*kind));
        assert_eq!(limits.text_bytes.is_some(), any(&[MessageKind::Text]), "{channel:?}");
        let markdown = [MessageKind::Markdown, MessageKind::Stream];
        assert_eq!(limits.markdown_bytes.is_some(), any(&markdown), "{channel:?}");
        let cards = [MessageKind::News, MessageKind::Article];
        assert_eq!(limits.cards.is_some(), any(&cards), "{channel:?}");
        for (index, kind) in limits.kinds.iter().enumerate() {
            assert!(!limits.kinds[..index].contains(kind), "{channel:?} lists {kind:?} twice");
        }
        for (kind, file) in [
            (MessageKind::Image, FileKind::Image),
            (MessageKind::Voice, FileKind::Voice),
            (MessageKind::Video, FileKind::Video),
            (MessageKind::File, FileKind::File),
        ] {
            assert!(!limits.carries(kind) || limits.file(file).is_some(), "{channel:?} {kind:?}");
        }
        for FileLimits { min_bytes, max_bytes, extensions, .. } in limits.files {
            assert!(min_bytes < max_bytes);
            assert!(extensions.iter().all(|ending| *ending == ending.to_lowercase()));
        }
    }
}

#[test]
fn passive_replies_of_the_push_classes_are_kinds_of_the_channel() {
    let kinds = |product: Product| {
        let pushes = [
            Kind::Message("text"),
            Kind::Event { event: "CLICK", change: None },
            Kind::Event { event: "template_card_event", change: None },
            Kind::Event { event: "taskcard_click", change: None },
            Kind::Event { event: "add_waybill", change: None },
        ];
        pushes.map(|kind| push_class(product, &kind).passive).concat()
    };
    for product in Product::ALL {
        let limits = of(MessageChannel::passive(product));
        for msg_type in kinds(product) {
            let kind = match msg_type {
                "text" => MessageKind::Text,
                "image" => MessageKind::Image,
                "voice" => MessageKind::Voice,
                "video" => MessageKind::Video,
                "music" => MessageKind::Music,
                "news" => MessageKind::News,
                "transfer_customer_service" => MessageKind::TransferCustomerService,
                "event" => MessageKind::EventAnswer,
                update if update.starts_with("update_") => MessageKind::CardUpdate,
                other => panic!("{other} is no kind of message"),
            };
            assert!(limits.carries(kind), "{product}: {msg_type}");
        }
    }
}

#[test]
fn files_have_the_limits_of_their_product() {
    let max = |channel, kind| of(channel).file(kind).map(|file| file.max_bytes);
    assert_eq!(max(MessageChannel::OfficialCustomerService, FileKind::Thumb), Some(64 * 1024));
    assert_eq!(max(MessageChannel::OfficialCustomerService, FileKind::File), None);
    assert_eq!(max(MessageChannel::WorkApp, FileKind::File), Some(20 << 20));
    assert_eq!(max(MessageChannel::WorkGroupRobot, FileKind::Image), Some(2 << 20));
    assert_eq!(of(MessageChannel::WorkApp).file(FileKind::Image).unwrap().min_bytes, 6);
    assert!(of(MessageChannel::AiBotReply).streams());
    assert!(!of(MessageChannel::WorkApp).streams());
}
