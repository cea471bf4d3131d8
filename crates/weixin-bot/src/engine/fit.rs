//! Makes messages fit the platform's limits.

use weixin_protocol::{MessageChannel, MessageLimits, Product};

use crate::reply::Content;

/// Splits what is too long for one message, and leaves out what is empty.
pub(super) fn fit(product: Product, contents: Vec<Content>) -> Vec<Content> {
    let limits = MessageLimits::of(MessageChannel::active(product));
    let text_bytes = limits.text_bytes.unwrap_or(usize::MAX);
    let mut fitting = Vec::with_capacity(contents.len());
    for content in contents {
        match content {
            Content::Text(text) => {
                let pieces = pieces(&text, text_bytes);
                fitting.extend(pieces.map(|piece| Content::Text(piece.to_owned())));
            }
            Content::News(articles) => {
                let max = limits.cards.unwrap_or(1);
                fitting.extend(articles.chunks(max).map(|some| Content::News(some.to_vec())));
            }
            other => fitting.push(other),
        }
    }
    fitting
}

/// The text in pieces of at most `max` bytes, split between characters; at the end of a line if
/// there is one in the second half. Nothing of it is lost.
fn pieces(mut rest: &str, max: usize) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut end = rest.floor_char_boundary(max);
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
    use super::*;

    #[test]
    fn pieces_fit_and_lose_nothing() {
        for text in ["", "short", &"字".repeat(2000), &"a line\n".repeat(1000), &"😀".repeat(513)]
        {
            let all: Vec<_> = pieces(text, 2048).collect();
            assert!(all.iter().all(|piece| !piece.is_empty() && piece.len() <= 2048));
            assert_eq!(all.concat(), *text);
        }
    }
}
