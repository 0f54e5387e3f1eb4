module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // `gone` fails when its object stays.
    'jest/expect-expect': [
      'warn',
      { assertFunctionNames: ['expect', '**.gone'] },
    ],
  },
});
