// The tests of this target are those of `Suites/Examples`: linking the library is what makes `swift test` run them.
import Examples
