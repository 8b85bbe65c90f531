//! Short lines of a guide, as texts: those of one language that follow one another make one list.

use std::sync::Arc;

use crate::model::id::Lang;
use crate::model::told::Phrase;
use crate::model::told::text::{Block, Inline, Text};
use crate::tell::voice::Voice;

/// The lines said so far.
pub struct Bullets<'a> {
    said: Vec<(Lang, Vec<Block>)>,
    voice: Voice<'a>,
}

impl<'a> Bullets<'a> {
    /// Nothing has been said yet.
    pub fn new(voice: Voice<'a>) -> Self {
        Self { said: Vec::new(), voice }
    }

    /// A sentence that stands alone.
    pub fn paragraph(&mut self, words: String) {
        let lang = self.voice.words.lang.clone();
        self.push(lang, Block::Paragraph(vec![Inline::Text(words)]));
    }

    /// "Date limite : lundi 17 janvier". A label in another language stands alone, so that it can be marked.
    pub fn labelled(&mut self, label: Phrase, content: Vec<Inline>) {
        self.labelled_in(label, content, None);
    }

    /// The same, in the language of its content when that is not the reader's.
    pub fn labelled_in(&mut self, label: Phrase, content: Vec<Inline>, lang: Option<&Lang>) {
        let own = lang.unwrap_or(&self.voice.words.lang).clone();
        let strong = |words: String| Inline::Strong(vec![Inline::Text(words)]);
        if let Some(lang) = label.lang {
            self.item(lang, vec![strong(label.text)]);
            self.push(own, Block::Paragraph(content));
            return;
        }
        // "Première vague : dépôt" has its colon already.
        let colon = if label.text.contains(':') {
            ",".to_owned()
        } else {
            self.voice.words.say("colon", &[])
        };
        let mut line = vec![strong(format!("{}{colon}", label.text)), Inline::Text(" ".to_owned())];
        line.extend(content);
        self.item(own, line);
    }

    /// All that was said, each language apart.
    pub fn texts(self) -> Vec<Text> {
        let texts = self.said.into_iter();
        let text = |(lang, blocks): (_, Vec<_>)| Text {
            lang,
            blocks: blocks.into(),
            notes: Arc::default(),
        };
        texts.map(text).collect()
    }

    fn item(&mut self, lang: Lang, content: Vec<Inline>) {
        let item = vec![Block::Plain(content)];
        match self.said.last_mut() {
            Some((last, blocks)) if *last == lang => match blocks.last_mut() {
                Some(Block::List { items, .. }) => items.push(item),
                _ => blocks.push(Block::List { start: None, items: vec![item] }),
            },
            _ => self.push(lang, Block::List { start: None, items: vec![item] }),
        }
    }

    fn push(&mut self, lang: Lang, block: Block) {
        match self.said.last_mut() {
            Some((last, blocks)) if *last == lang => blocks.push(block),
            _ => self.said.push((lang, vec![block])),
        }
    }
}
