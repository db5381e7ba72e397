/** A picture is its address, and under test one address serves for all. */
module.exports = 'picture-under-test.png'
