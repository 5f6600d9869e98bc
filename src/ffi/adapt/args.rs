//! Several arguments at once, and lengths that an object can have.

use crate::error::Error;

/// The adapted arguments, or the error that comes first: `NullPointer` before `TooLarge`.
pub fn all<T: All>(arguments: T) -> Result<T::Adapted, Error> {
    arguments.all()
}

/// A tuple of adapted arguments, each of which may be an error.
pub trait All {
    type Adapted;

    fn all(self) -> Result<Self::Adapted, Error>;
}

macro_rules! all {
    ($($argument:ident)+) => {
        #[allow(non_snake_case)]
        impl<$($argument),+> All for ($(Result<$argument, Error>,)+) {
            type Adapted = ($($argument,)+);

            fn all(self) -> Result<Self::Adapted, Error> {
                match self {
                    ($(Ok($argument),)+) => Ok(($($argument,)+)),
                    ($($argument,)+) => Err(first([$($argument.err()),+])),
                }
            }
        }
    };
}

all!(A B);
all!(A B C);
all!(A B C D);
all!(A B C D E);

fn first<const N: usize>(errors: [Option<Error>; N]) -> Error {
    let is_null = errors.contains(&Some(Error::NullPointer));
    if is_null { Error::NullPointer } else { Error::TooLarge }
}

/// A number of bytes, characters or elements that an object could have.
pub fn length(length: usize) -> Result<usize, Error> {
    if isize::try_from(length).is_ok() { Ok(length) } else { Err(Error::TooLarge) }
}

/// The bytes of `count` elements of `size` bytes.
pub fn product(count: usize, size: usize) -> Result<usize, Error> {
    length(length(count)?.checked_mul(length(size)?).ok_or(Error::TooLarge)?)
}

/// The same after a pointer: NULL is an error unless nothing lies there.
pub fn extent<T>(pointer: *const T, count: usize, size: usize) -> Result<usize, Error> {
    match product(count, size) {
        nbytes if !pointer.is_null() => nbytes,
        Ok(0) => Ok(0),
        // A count of nothing, beside a size that is refused.
        Err(error) if count == 0 || size == 0 => Err(error),
        _ => Err(Error::NullPointer),
    }
}
