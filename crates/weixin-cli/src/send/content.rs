//! What is sent, read from the command line, standard input and files.

use std::{fs, io::Read, path::Path};

use weixin::{
    api::FilePart,
    protocol::{FileKind, MessageKind, MessageLimits},
};

use super::SendOptions;

/// Instead of a text, it means standard input.
const STDIN: &str = "-";

/// The content of one message. Nothing of it has been uploaded.
#[derive(Debug, Clone)]
pub(super) enum Content {
    Text(String),
    Markdown(String),
    Image(FilePart),
    File(FilePart),
}

impl Content {
    /// Reads all messages of the command, in the order in which they are sent.
    pub(super) fn read(options: &SendOptions, limits: &MessageLimits) -> Result<Vec<Self>, String> {
        if [&options.text, &options.markdown].iter().all(|text| text.as_deref() == Some(STDIN)) {
            return Err(
                "standard input can be read only once: `-` stands for --text or --markdown \
                        标准输入只能读取一次：--text 与 --markdown 只能有一个为 `-`"
                    .to_owned(),
            );
        }
        let mut contents = Vec::new();
        if let Some(given) = &options.text {
            supported(limits, MessageKind::Text, "--text")?;
            contents.push(Self::Text(text(given, limits.text_bytes, "--text")?));
        }
        if let Some(given) = &options.markdown {
            supported(limits, MessageKind::Markdown, "--markdown")?;
            contents.push(Self::Markdown(text(given, limits.markdown_bytes, "--markdown")?));
        }
        if let Some(path) = &options.image {
            supported(limits, MessageKind::Image, "--image")?;
            check_size(path, limits, FileKind::Image)?;
            let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
            let name = FilePart::path(path).name().to_owned();
            contents.push(Self::Image(FilePart::image(bytes).named(name)));
        }
        if let Some(path) = &options.file {
            supported(limits, MessageKind::File, "--file")?;
            check_size(path, limits, FileKind::File)?;
            contents.push(Self::File(FilePart::path(path)));
        }
        Ok(contents)
    }
}

fn supported(limits: &MessageLimits, kind: MessageKind, option: &str) -> Result<(), String> {
    match limits.carries(kind) {
        true => Ok(()),
        false => Err(format!(
            "this kind of account cannot send {option} 该类账号不支持 {option}；{}",
            match kind {
                MessageKind::Markdown => "use --text 请使用 --text",
                MessageKind::File => "only WeCom sends files 只有企业微信可以发送文件",
                _ => "use another option 请使用其他选项",
            }
        )),
    }
}

fn text(given: &str, max_bytes: Option<usize>, option: &str) -> Result<String, String> {
    let text = match given {
        STDIN => {
            let mut text = String::new();
            let read = std::io::stdin().read_to_string(&mut text);
            read.map_err(|error| format!("standard input 标准输入: {error}"))?;
            text.trim_end().to_owned()
        }
        given => given.to_owned(),
    };
    if text.trim().is_empty() {
        return Err(format!("{option} is empty 内容为空"));
    }
    // WeCom would cut it without saying so.
    match max_bytes.filter(|max| text.len() > *max) {
        Some(max) => Err(format!(
            "{option} has {} bytes, and the platform accepts {max}: shorten it, or send a file \
             内容为 {0} 字节，超过平台上限 {max} 字节：请缩短，或以文件发送",
            text.len()
        )),
        None => Ok(text),
    }
}

fn check_size(path: &Path, limits: &MessageLimits, kind: FileKind) -> Result<(), String> {
    let problem = |why: String| format!("{}: {why}", path.display());
    let metadata = fs::metadata(path).map_err(|error| problem(error.to_string()))?;
    if !metadata.is_file() {
        return Err(problem("is not a file 不是文件".to_owned()));
    }
    let Some(limits) = limits.file(kind) else { return Ok(()) };
    let (size, min, max) = (metadata.len(), limits.min_bytes as u64, limits.max_bytes as u64);
    if (min..=max).contains(&size) {
        return Ok(());
    }
    Err(problem(format!(
        "has {size} bytes, and the platform accepts {min} to {max} 大小为 {size} 字节，平台只接受 {min} 至 {max} 字节"
    )))
}
