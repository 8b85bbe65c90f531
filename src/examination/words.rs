//! The words of sheets, in the language of messages.

use crate::answers::said::Remark;
use crate::diagnostic::Messages;

/// What says them.
#[derive(Clone, Copy)]
pub struct Words<'m>(pub &'m Messages);

impl Words<'_> {
    /// The words of that name.
    pub fn say(self, name: &str) -> String {
        self.0.sentence(&format!("examen-{name}"), &[])
    }

    /// A sentence that quotes.
    pub fn quoting(self, name: &str, args: &[(&str, &str)]) -> String {
        self.0.sentence(&format!("examen-{name}"), args)
    }

    /// What a remark says.
    pub fn remark(self, remark: &Remark) -> String {
        let args: Vec<(&str, &str)> =
            remark.args.iter().map(|(name, words)| (*name, words.as_str())).collect();
        self.0.sentence(&format!("remarque-{}", remark.code.name()), &args)
    }

    /// "oui" or "non".
    pub fn yes(self, is_so: bool) -> String {
        self.say(if is_so { "oui" } else { "non" })
    }
}
