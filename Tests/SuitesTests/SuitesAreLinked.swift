// The tests of this target are those of `Suites`: linking the libraries is what makes `swift test` run them.
import Cookbook
import Examples
import Performance
import Stress
