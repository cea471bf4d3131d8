//! Splits messages to the limits of a channel.

use weixin_api::Message;
use weixin_protocol::{MessageKind, MessageLimits};

/// Splits what is too long for one message, and drops what is empty.
pub(super) fn split_to_limits(message: Message, limits: &MessageLimits) -> Vec<Message> {
    match message {
        Message::Text(text) => {
            let max = limits.text_bytes.unwrap_or(usize::MAX);
            if fits(&text, limits) {
                return vec![Message::Text(text)];
            }
            pieces(&text, max).map(|piece| Message::Text(piece.to_owned())).collect()
        }
        Message::News(articles) => {
            // A channel without this kind of message may have another for a single card.
            let unlimited = if limits.carries(MessageKind::News) { usize::MAX } else { 1 };
            let max = limits.cards.unwrap_or(unlimited).max(1);
            articles.chunks(max).map(|some| Message::News(some.to_vec())).collect()
        }
        other => vec![other],
    }
}

/// Whether a text is one message.
pub(super) fn fits(text: &str, limits: &MessageLimits) -> bool {
    (1..=limits.text_bytes.unwrap_or(usize::MAX)).contains(&text.len())
}

/// Splits the text into pieces of at most `max` bytes, between characters, and after a line end if
/// there is one in the second half. Nothing is lost: a single character that is longer than `max`
/// is a piece of its own.
pub(super) fn pieces(mut rest: &str, max: usize) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let mut end = rest.floor_char_boundary(max).max(first.len_utf8());
        if end < rest.len()
            && let Some(line_end) = rest[..end].rfind('\n').filter(|at| *at > max / 2)
        {
            end = line_end + 1;
        }
        let (piece, remaining) = rest.split_at(end);
        rest = remaining;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use weixin_protocol::Article;

    use super::*;

    #[test]
    fn cards_are_split_where_there_is_a_limit() {
        let news = || Message::News(vec![Article::new("a", "u"); 5]);
        let split = |limits| split_to_limits(news(), &limits).len();
        let cards = MessageLimits::new(&[MessageKind::News]);
        assert_eq!(split(cards), 1);
        assert_eq!(split(cards.with_cards(2)), 3);
        assert_eq!(split(MessageLimits::new(&[MessageKind::Text])), 5);
    }

    #[test]
    fn pieces_fit_and_lose_nothing() {
        for text in ["", "short", &"字".repeat(2000), &"a line\n".repeat(1000), &"😀".repeat(513)]
        {
            let all: Vec<_> = pieces(text, 2048).collect();
            assert!(all.iter().all(|piece| !piece.is_empty() && piece.len() <= 2048));
            assert_eq!(all.concat(), *text);
        }
        assert_eq!(pieces("a字b", 2).collect::<Vec<_>>(), ["a", "字", "b"]);
    }

    #[test]
    fn pieces_end_with_a_line_that_ends_in_their_second_half() {
        let split = |text| pieces(text, 6).collect::<Vec<_>>();
        assert_eq!(split("aaaa\nbbbb"), ["aaaa\n", "bbbb"]);
        assert_eq!(split("aaa\nbbbb"), ["aaa\nbb", "bb"], "a line in the first half is too short");
        assert_eq!(split("a\nbbbbbb"), ["a\nbbbb", "bb"]);
        assert_eq!(split("aaaa\nb"), ["aaaa\nb"], "it fits as it is");
    }
}
