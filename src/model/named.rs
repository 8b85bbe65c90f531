//! Enumerations whose every variant has a stable name, which people and machines read.

/// An enumeration, the list of all its variants, and the name of each.
macro_rules! named {
    ($(#[$documented:meta])* $type:ident { $($variant:ident = $name:literal,)* }) => {
        $(#[$documented])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $type { $(#[doc = $name] $variant,)* }

        impl $type {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name that people and machines read.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

pub(crate) use named;
